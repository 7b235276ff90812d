"""How far orders and money of the next 12 months may lie from what is expected (M6, H2)."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from analytics.models.clv import Histories, OrderModel
from analytics.models.intervals import Range

SEED = 20260106
DRAWS = 1000
# One stretch of the data is one trial: however near the estimate came to it, a tenth off is nothing unusual.
LEAST_MISS = 0.1


@dataclass(frozen=True)
class OrderValues:
    """What each customer's orders are worth: Gamma(p, nu), nu itself Gamma(shape, rate), one value per customer.

    p     : how little one customer's orders differ; 1 where nothing tells.
    shape : of nu; infinite where the mean is taken as known, then rate is shape over nu.
    """

    p: float
    shape: np.ndarray
    rate: np.ndarray

    @classmethod
    def around(cls, mean: np.ndarray) -> "OrderValues":
        """Values around a known mean that differ as widely as waiting times do."""
        return cls(1.0, np.full(len(mean), np.inf), mean)


def model_order_draws(model: OrderModel, histories: Histories, horizon: float) -> np.ndarray:
    """Numbers of orders as likely as the model makes them, DRAWS rows, one column per history.

    Source : the story of BG/NBD, Fader, Hardie and Lee (2005), from what is known of each customer on.
    """
    generator = np.random.default_rng(SEED)
    x, size = histories.repeat_order_count, (DRAWS, len(histories.age))
    rate = generator.gamma(model.r + x, 1 / (model.alpha + histories.age), size)
    leaving = np.clip(generator.beta(model.a, model.b + x, size), 1e-9, 1)
    orders = np.minimum(generator.poisson(rate * horizon), generator.geometric(leaving))
    return orders * (generator.random(size) < model.alive_rate(histories))


def order_draws(mean: np.ndarray, variance: np.ndarray) -> np.ndarray:
    """Numbers of orders of that mean and variance, DRAWS rows: Poisson at a rate that is itself uncertain."""
    generator = np.random.default_rng(SEED)
    beyond = np.maximum(variance - mean, 1e-9)
    shape = np.maximum(mean, 1e-9) ** 2 / beyond
    return generator.poisson(generator.gamma(shape, beyond / np.maximum(mean, 1e-9), (DRAWS, len(mean))))


def amount_draws(orders: np.ndarray, values: OrderValues) -> np.ndarray:
    """Money of so many orders, of the same shape.

    Source : Fader and Hardie (2013): a sum of k orders is Gamma(p k, nu), and nu given the past is Gamma.
    """
    generator = np.random.default_rng(SEED + 1)
    known = np.isinf(values.shape)
    nu = np.ones(orders.shape)
    nu[:, ~known] = generator.gamma(values.shape[~known], 1 / values.rate[~known], (len(orders), int((~known).sum())))
    nu[:, known] = values.p / np.maximum(values.rate[known], 1e-9)
    return np.where(orders > 0, generator.gamma(np.maximum(values.p * orders, 1e-9)) / nu, 0.0)


def total_range(total: float, variance: float, miss_rate: float) -> Range:
    """P10, P50 and P90 of the money of all customers together.

    variance  : of the sum, from chance alone.
    miss_rate : how far the same estimate was off in the hold-out, 0-1.
    Source    : normal sum of independent customers; the miss is shared by all, docs/decisions/034.
    """
    spread = NormalDist().inv_cdf(0.9) * np.sqrt(variance + (max(miss_rate, LEAST_MISS) * total) ** 2)
    return Range(max(total - spread, 0.0), total, total + spread)
