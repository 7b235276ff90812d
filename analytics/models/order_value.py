"""For how much customers will order again: Gamma-Gamma fitted to mean order values, M6."""

from dataclasses import dataclass

import numpy as np

from analytics.errors import NotEnoughCases
from analytics.models.clv_fit import LEAST_REPEAT_CUSTOMERS

# Gamma-Gamma assumes that how often somebody buys says nothing of how much they pay each time; our choice,
# docs/decisions/034.
MOST_CORRELATION = 0.3


@dataclass(frozen=True)
class MeanValues:
    """Customers who came back, grouped; one value per group.

    repeat_order_count : orders after the first, 1 or more.
    mean_amount        : mean of those orders, above 0.
    customer_count     : customers of this group.
    """

    repeat_order_count: np.ndarray
    mean_amount: np.ndarray
    customer_count: np.ndarray

    def correlation(self) -> float:
        """Pearson's correlation of how often with for how much; 0 where one of them does not vary."""
        share = self.customer_count / self.customer_count.sum()
        often, much = (part - share @ part for part in (self.repeat_order_count, self.mean_amount))
        spread = np.sqrt((share @ often**2) * (share @ much**2))
        return float(share @ (often * much) / spread) if spread > 0 else 0.0


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


def fit_values(values: MeanValues) -> ValueModel:
    """The Gamma-Gamma parameters under which the mean values of repeat orders are most likely.

    Raises
    ------
    NotEnoughCases  too few customers (code too_few_repeat), frequency and value go together, which the model cannot
                    hold (correlated), or the mean over customers is infinite (no_mean).
    Source : Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value".
    """
    from scipy.optimize import minimize

    customers = int(values.customer_count.sum())
    if customers < LEAST_REPEAT_CUSTOMERS:
        raise NotEnoughCases(
            f"{customers} customers have repeat orders with a value, {LEAST_REPEAT_CUSTOMERS} are needed.",
            "Load a longer history of orders.",
            code="too_few_repeat",
        )
    correlation = values.correlation()
    if abs(correlation) > MOST_CORRELATION:
        raise NotEnoughCases(
            f"Customers who order more often also pay {'more' if correlation > 0 else 'less'} each time"
            f" (correlation {correlation:.2f}); the model of order values does not hold for them.",
            "Use each customer's own mean order instead.",
            code="correlated",
        )
    scale = float(np.average(values.mean_amount, weights=values.customer_count))
    found = minimize(_loss, np.zeros(3), args=(values, scale), jac=True, method="L-BFGS-B", bounds=[(-12, 12)] * 3)
    p, q, gamma = np.exp(found.x)
    # Parameters that run off are no harm here: then all orders, or all customers, are alike in value.
    if q <= 1:
        raise NotEnoughCases(
            "What customers pay differs so widely that a mean over all of them does not exist.",
            "Use each customer's own mean order instead.",
            code="no_mean",
        )
    return ValueModel(float(p), float(q), float(gamma * scale))


def _loss(logarithms: np.ndarray, values: MeanValues, scale: float) -> tuple[float, np.ndarray]:
    """Mean negative log-likelihood and its gradient by the logarithms of p, q, gamma."""
    from scipy.special import gammaln, psi

    p, q, gamma = np.exp(logarithms)
    x, z = values.repeat_order_count, values.mean_amount / scale
    share = values.customer_count / values.customer_count.sum()
    together, log_sum = p * x + q, np.log(gamma + x * z)
    likelihood = gammaln(together) - gammaln(p * x) - gammaln(q) + q * np.log(gamma)
    likelihood += (p * x - 1) * np.log(z) + p * x * np.log(x) - together * log_sum
    slope = np.array([
        share @ (x * (psi(together) - psi(p * x) + np.log(x * z) - log_sum)),
        share @ (psi(together) - psi(q) + np.log(gamma) - log_sum),
        share @ (q / gamma - together / (gamma + x * z)),
    ])  # fmt: skip
    return -float(share @ likelihood), -slope * np.array([p, q, gamma])
