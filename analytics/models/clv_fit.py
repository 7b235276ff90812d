"""BG/NBD fitted to histories of customers, a million of them in seconds: equal ones count once.

Apart from the model itself, which publishing asks of histories that it was not fitted to.
"""

from dataclasses import dataclass

import numpy as np

from analytics.errors import NotEnoughCases
from analytics.models.clv import Histories, OrderModel

LEAST_REPEAT_CUSTOMERS = 30
# Beyond this a parameter has run off: the likelihood rises for ever toward "nobody leaves" or "all are alike".
RUN_OFF = 1e4
ROUGH_CELLS, ROUGH_STEPS = 2_000, 25


def fit_orders(histories: Histories) -> OrderModel:
    """The BG/NBD parameters under which the histories are most likely.

    Raises
    ------
    NotEnoughCases  too few customers ever came back (code too_few_repeat), or the likelihood has no finite maximum
                    (code no_optimum).
    Source : Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way".
    """
    from scipy.optimize import minimize

    repeaters = int(histories.customer_count[histories.repeat_order_count > 0].sum())
    if repeaters < LEAST_REPEAT_CUSTOMERS:
        raise NotEnoughCases(
            f"{repeaters} customers came back, {LEAST_REPEAT_CUSTOMERS} are needed to estimate how often they will.",
            "Load a longer history of orders.",
            code="too_few_repeat",
        )
    scale = max(float(np.average(histories.age, weights=histories.customer_count)) / 10, 1e-9)
    # A rough look first: it tells where to begin, and most often that there is no maximum, at a tenth of the cost.
    rough = _rough(histories)
    steps = [rough, histories] if len(rough.age) < len(histories.age) else [histories]
    found = np.zeros(4)
    for step in steps:
        fitted = minimize(
            _Scaled.of(step, scale).loss,
            found,
            jac=True,
            method="L-BFGS-B",
            bounds=[(-12, 12)] * 4,
            callback=_stop_when_run_off,
        )
        found = fitted.x
        if np.abs(found).max() > np.log(RUN_OFF):
            break
    r, alpha, a, b = np.exp(found)
    if max(r, alpha, a, b) > RUN_OFF or min(r, alpha, a, b) < 1 / RUN_OFF:
        raise NotEnoughCases(
            "How often customers leave cannot be estimated: the data fit ever better the more certain one is.",
            "Use each customer's own rhythm instead; a longer history may settle it.",
            code="no_optimum",
        )
    # Time was scaled by `scale`: each of the repeat orders contributes one density per unit of time.
    shift = float((histories.customer_count * histories.repeat_order_count).sum() * np.log(scale))
    log_likelihood = -fitted.fun * histories.customer_count.sum() - shift
    return OrderModel(float(r), float(alpha * scale), float(a), float(b), float(log_likelihood))


def _rough(histories: Histories) -> Histories:
    """The histories in few cells, each with the mean recency and age of those in it; as they are where they are few."""
    if len(histories.age) <= 2 * ROUGH_CELLS:
        return histories
    widest = max(float(histories.age.max()), 1e-9) / ROUGH_STEPS
    cell = np.minimum(histories.repeat_order_count, ROUGH_STEPS) * (ROUGH_STEPS + 1) + histories.recency // widest
    _, place = np.unique(cell * (ROUGH_STEPS + 1) + histories.age // widest, return_inverse=True)
    weight = histories.customer_count
    count = np.bincount(place, weights=weight)
    parts = (histories.repeat_order_count, histories.recency, histories.age)
    repeats, recency, age = (np.bincount(place, weights=weight * part) / count for part in parts)
    return Histories(np.round(repeats), recency, age, count)


def _stop_when_run_off(logarithms: np.ndarray) -> None:
    # Without a maximum the way goes on for hundreds of steps, each of them as dear as a useful one.
    if np.abs(logarithms).max() > np.log(RUN_OFF):
        raise StopIteration


@dataclass(frozen=True)
class _Scaled:
    """Histories in a unit of time in which all parameters are near 1; what depends on the repeats alone stands once.

    repeats, repeat_share : each number of repeat orders that occurs, and the share of customers who have it.
    place                 : of each history in repeats.
    share                 : of each history, of all customers.
    """

    repeats: np.ndarray
    repeat_share: np.ndarray
    place: np.ndarray
    recency: np.ndarray
    age: np.ndarray
    share: np.ndarray

    @classmethod
    def of(cls, histories: Histories, scale: float) -> "_Scaled":
        share = histories.customer_count / histories.customer_count.sum()
        repeats, place = np.unique(histories.repeat_order_count, return_inverse=True)
        repeat_share = np.bincount(place, weights=share)
        return cls(repeats, repeat_share, place, histories.recency / scale, histories.age / scale, share)

    def loss(self, logarithms: np.ndarray) -> tuple[float, np.ndarray]:
        """Mean negative log-likelihood and its gradient by the logarithms of r, alpha, a, b."""
        from scipy.special import gammaln, psi

        r, alpha, a, b = np.exp(logarithms)
        n, share = self.repeats, self.repeat_share
        known = gammaln(r + n) - gammaln(r) + r * np.log(alpha)
        known += gammaln(a + b) + gammaln(b + n) - gammaln(b) - gammaln(a + b + n)
        after_last = np.where(n > 0, b + n - 1, 1.0)
        either, left, log_time, per_time = self._by_time(r, alpha, np.log(a / after_last))
        slope = np.array([
            share @ (psi(r + n) - psi(r) + np.log(alpha)) - log_time,
            r / alpha - per_time,
            share @ (psi(a + b) - psi(a + b + n)) + left.sum() / a,
            share @ (psi(a + b) + psi(b + n) - psi(b) - psi(a + b + n)) - (left / after_last).sum(),
        ])  # fmt: skip
        return -(share @ known + either), -slope * np.array([r, alpha, a, b])

    def _by_time(self, r: float, alpha: float, log_leaving: np.ndarray) -> tuple[float, np.ndarray, float, float]:
        """What each history's two stories, stayed or left after the last order, add: mean log-likelihood, share that
        left by number of repeats, mean log of the time at risk, mean of (r + x) over it."""
        x, place = self.repeats[self.place], self.place
        log_age, log_recency = np.log(alpha + self.age), np.log(alpha + self.recency)
        # The odds that they left after the last order; nobody leaves before a first repeat.
        odds = np.exp(np.minimum(log_leaving[place] + (r + x) * (log_age - log_recency), 700))
        odds[x == 0] = 0.0
        either = self.share @ (np.log1p(odds) - (r + x) * log_age)
        weight = odds / (1 + odds)
        log_time = log_age + weight * (log_recency - log_age)
        per_time = (1 - weight) / (alpha + self.age) + weight / (alpha + self.recency)
        left = np.bincount(place, weights=self.share * weight, minlength=len(self.repeats))
        return float(either), left, float(self.share @ log_time), float(self.share @ ((r + x) * per_time))
