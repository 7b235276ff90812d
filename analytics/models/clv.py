"""How often customers will order again by BG/NBD, M6.

Two quantities share the name recency; here it is always the time from the first to the last order.
"""

from dataclasses import dataclass

import numpy as np

# Chances below this change no figure that anybody reads.
NEGLIGIBLE = 1e-7


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
class OrderForecast:
    """Orders within a horizon, one value per history.

    alive_rate : probability of still being a customer, 0-1.
    mean, variance : of the number of orders.
    low, likely, high : P10, P50, P90 of it, whole numbers.
    """

    alive_rate: np.ndarray
    mean: np.ndarray
    variance: np.ndarray
    low: np.ndarray
    likely: np.ndarray
    high: np.ndarray


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

    def alive_rate(self, histories: Histories) -> np.ndarray:
        """Probability of still being a customer, 0-1; 1 for whoever never repeated (leaving follows an order).

        Source : Fader, Hardie and Lee (2008), "Computing P(alive) using the BG/NBD model".
        """
        x = histories.repeat_order_count
        after_last = np.maximum(self.b + x - 1, 1e-12)
        waiting = (self.r + x) * np.log((self.alpha + histories.age) / (self.alpha + histories.recency))
        # Beyond e^700 a number overflows; whoever waited that long is gone all the same.
        odds = self.a / after_last * np.exp(np.minimum(waiting, 700))
        return 1 / (1 + np.where(x > 0, odds, 0.0))

    def forecast(self, histories: Histories, horizon: float) -> OrderForecast:
        """Orders within the horizon after the as-of date, which is in the histories' unit of time.

        Whoever is alive orders at a rate that is Gamma(r + x, alpha + age) and leaves after each order with a chance
        that is Beta(a, b + x): P(at least k orders) is a negative binomial tail times the chance to outlast k - 1.
        Source : Fader, Hardie and Lee (2005), the assumptions of BG/NBD; the sum over k is their equation 10 (tested).
        """
        x, within = histories.repeat_order_count, self.alpha + histories.age + horizon
        alive = self.alive_rate(histories)
        exactly = ((within - horizon) / within) ** (self.r + x)
        tail, stays = 1 - exactly, alive.copy()
        sums = np.zeros((5, len(x)))
        count = 1
        while len(x) and (at_least := stays * np.maximum(tail, 0)).max() > NEGLIGIBLE:
            likelier = at_least > np.array([[0.9], [0.5], [0.1]])
            sums += np.vstack([at_least, (2 * count - 1) * at_least, likelier])
            exactly = exactly * (self.r + x + count - 1) / count * horizon / within
            tail = tail - exactly
            stays = stays * (self.b + x + count - 1) / (self.a + self.b + x + count - 1)
            count += 1
        mean, square, low, likely, high = sums
        return OrderForecast(alive, mean, square - mean**2, low, likely, high)
