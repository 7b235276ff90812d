"""Customer lifetime value: how often customers will order again (BG/NBD) and for how much (Gamma-Gamma), M6.

Two quantities share the name recency; here it is always the time from the first to the last order.
"""

from dataclasses import dataclass

import numpy as np

from analytics.errors import NotEnoughCases

LEAST_REPEAT_CUSTOMERS = 30
# Beyond this a parameter has run off: the likelihood rises for ever toward "nobody leaves" or "all are alike".
RUN_OFF = 1e4
# Gamma-Gamma assumes that how often somebody buys says nothing of how much they pay each time.
MOST_CORRELATION = 0.3


@dataclass(frozen=True)
class Histories:
    """Customers grouped by what BG/NBD needs to know of them; equal histories stand once with their count.

    repeat_order_count : orders after the first.
    recency            : time from the first to the last order; 0 where there is no repeat.
    age                : time from the first order to the as-of date, in the same unit.
    customer_count     : customers with this history.
    """

    repeat_order_count: np.ndarray
    recency: np.ndarray
    age: np.ndarray
    customer_count: np.ndarray


@dataclass(frozen=True)
class OrderModel:
    """BG/NBD: order rates Gamma(r, alpha), chance of leaving after each order Beta(a, b).

    The unit of alpha is the unit of time of the histories it was fitted to.
    """

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float

    def alive_probability(self, repeats: np.ndarray, recency: np.ndarray, age: np.ndarray) -> np.ndarray:
        """Probability of still being a customer, 0-1; 1 for whoever never repeated (leaving follows an order).

        Source : Fader, Hardie and Lee (2008), "Computing P(alive) using the BG/NBD model".
        """
        return 1 / (1 + self._odds_of_having_left(repeats, recency, age))

    def expected_orders(self, repeats: np.ndarray, recency: np.ndarray, age: np.ndarray, horizon: float) -> np.ndarray:
        """Orders expected within the horizon after the as-of date, in the histories' unit of time.

        Source : Fader, Hardie and Lee (2005), equation 10.
        """
        from scipy.special import hyp2f1

        r, alpha, a, b = self.r, self.alpha, self.a, self.b
        reach = hyp2f1(r + repeats, b + repeats, a + b + repeats - 1, horizon / (alpha + age + horizon))
        kept = ((alpha + age) / (alpha + age + horizon)) ** (r + repeats)
        staying = (a + b + repeats - 1) / (a - 1) * (1 - kept * reach)
        return staying / (1 + self._odds_of_having_left(repeats, recency, age))

    def _odds_of_having_left(self, repeats: np.ndarray, recency: np.ndarray, age: np.ndarray) -> np.ndarray:
        after_last = np.maximum(self.b + repeats - 1, 1e-12)
        odds = self.a / after_last * ((self.alpha + age) / (self.alpha + recency)) ** (self.r + repeats)
        return np.where(repeats > 0, odds, 0.0)


@dataclass(frozen=True)
class ValueModel:
    """Gamma-Gamma: an order's value is Gamma(p, nu), nu varies over customers as Gamma(q, gamma)."""

    p: float
    q: float
    gamma: float

    def expected_value(self, repeats: np.ndarray, mean_value: np.ndarray) -> np.ndarray:
        """Value expected of a customer's next order: their own mean, drawn toward everybody's.

        Source : Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value", equation 5.
        """
        return self.p * (self.gamma + repeats * mean_value) / (self.p * repeats + self.q - 1)


def fit_orders(histories: Histories) -> OrderModel:
    """The BG/NBD parameters under which the histories are most likely.

    Raises
    ------
    NotEnoughCases  too few customers ever came back, or the likelihood has no finite maximum.
    Source : Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way".
    """
    from scipy.optimize import minimize

    repeaters = int(histories.customer_count[histories.repeat_order_count > 0].sum())
    if repeaters < LEAST_REPEAT_CUSTOMERS:
        raise NotEnoughCases(
            f"{repeaters} customers came back, {LEAST_REPEAT_CUSTOMERS} are needed to estimate how often they will.",
            "Load a longer history of orders.",
        )
    scale = float(np.average(histories.age, weights=histories.customer_count)) / 10
    scaled = Histories(
        histories.repeat_order_count, histories.recency / scale, histories.age / scale, histories.customer_count
    )
    found = minimize(_orders_loss, np.zeros(4), args=(scaled,), jac=True, method="L-BFGS-B", bounds=[(-12, 12)] * 4)
    r, alpha, a, b = np.exp(found.x)
    if max(r, alpha, a, b) > RUN_OFF or min(r, alpha, a, b) < 1 / RUN_OFF:
        raise NotEnoughCases(
            "How often customers leave cannot be estimated: the data fit ever better the more certain one is.",
            "Use each customer's own rhythm instead; a longer history may settle it.",
        )
    # Time was scaled by `scale`: each of the repeat orders contributes one density per unit of time.
    shift = float((histories.customer_count * histories.repeat_order_count).sum() * np.log(scale))
    log_likelihood = -found.fun * histories.customer_count.sum() - shift
    return OrderModel(float(r), float(alpha * scale), float(a), float(b), float(log_likelihood))


def fit_values(repeats: np.ndarray, mean_value: np.ndarray) -> ValueModel:
    """The Gamma-Gamma parameters under which the mean values of repeat orders are most likely.

    repeats, mean_value : one per customer with at least one repeat order of positive mean value.

    Raises
    ------
    NotEnoughCases  too few, or frequency and value go together, which the model cannot hold.
    Source : Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value".
    """
    from scipy.optimize import minimize

    if len(repeats) < LEAST_REPEAT_CUSTOMERS:
        raise NotEnoughCases(
            f"{len(repeats)} customers have repeat orders with a value, {LEAST_REPEAT_CUSTOMERS} are needed.",
            "Load a longer history of orders.",
        )
    correlation = float(np.corrcoef(repeats, mean_value)[0, 1]) if repeats.std() and mean_value.std() else 0.0
    if abs(correlation) > MOST_CORRELATION:
        raise NotEnoughCases(
            f"Customers who order more often also pay {'more' if correlation > 0 else 'less'} each time"
            f" (correlation {correlation:.2f}); the model of order values does not hold for them.",
            "Use each customer's own mean order instead.",
        )
    scale = float(mean_value.mean())
    found = minimize(
        _values_loss, np.zeros(3), args=(repeats, mean_value / scale), method="L-BFGS-B", bounds=[(-8, 8)] * 3
    )
    p, q, gamma = np.exp(found.x)
    return ValueModel(float(p), float(q), float(gamma * scale))


def _orders_loss(logarithms: np.ndarray, histories: Histories) -> tuple[float, np.ndarray]:
    """Mean negative log-likelihood and its gradient by the logarithms of r, alpha, a, b."""
    from scipy.special import gammaln, psi

    r, alpha, a, b = np.exp(logarithms)
    x, count = histories.repeat_order_count, histories.customer_count
    repeated = x > 0
    after_last = np.where(repeated, b + x - 1, 1.0)
    stayed = -(r + x) * np.log(alpha + histories.age)
    left = np.where(repeated, np.log(a / after_last) - (r + x) * np.log(alpha + histories.recency), -np.inf)
    either = np.logaddexp(stayed, left)
    weight = np.exp(left - either)
    likelihood = (
        gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
        + either
    )  # fmt: skip
    log_time = (1 - weight) * np.log(alpha + histories.age) + weight * np.log(alpha + histories.recency)
    per_time = (1 - weight) / (alpha + histories.age) + weight / (alpha + histories.recency)
    slope = np.array([
        count @ (psi(r + x) - psi(r) + np.log(alpha) - log_time),
        count @ (r / alpha - (r + x) * per_time),
        count @ (psi(a + b) - psi(a + b + x) + weight / a),
        count @ (psi(a + b) + psi(b + x) - psi(b) - psi(a + b + x) - weight / after_last),
    ])  # fmt: skip
    total = count.sum()
    return -(count @ likelihood) / total, -slope * np.array([r, alpha, a, b]) / total


def _values_loss(logarithms: np.ndarray, repeats: np.ndarray, mean_value: np.ndarray) -> float:
    """Mean negative log-likelihood of Gamma-Gamma by the logarithms of p, q, gamma."""
    from scipy.special import gammaln

    p, q, gamma = np.exp(logarithms)
    x, z = repeats, mean_value
    likelihood = (
        gammaln(p * x + q) - gammaln(p * x) - gammaln(q)
        + q * np.log(gamma) + (p * x - 1) * np.log(z) + p * x * np.log(x) - (p * x + q) * np.log(gamma + x * z)
    )  # fmt: skip
    return -float(likelihood.mean())
