"""How far the yearly profit at risk may lie from its estimate (M5, H2)."""

from dataclasses import dataclass

import numpy as np

from analytics.models.intervals import DRAWS, Range, range_of

SEED = 20260105


@dataclass(frozen=True)
class Lateness:
    """One value per customer.

    risk_amount         : the estimate, yearly profit times the difference of the two rates; 0 or more.
    purchase_count      : purchases that the usual gap rests on.
    group               : number of the group of customers who share the two rates, 0 and up.
    return_rate         : chance to come back when this late; spell_count cases.
    on_time_return_rate : chance to come back right after a purchase; on_time_spell_count cases.
    pace_group          : number of the group of customers who share what those who came back kept of their pace.
    pace_order_count    : orders that tell what they kept.
    """

    risk_amount: np.ndarray
    purchase_count: np.ndarray
    group: np.ndarray
    return_rate: np.ndarray
    spell_count: np.ndarray
    on_time_return_rate: np.ndarray
    on_time_spell_count: np.ndarray
    pace_group: np.ndarray
    pace_order_count: np.ndarray


def risk_draws(late: Lateness) -> np.ndarray:
    """Yearly profit at risk as likely as the data make it, one column per customer, DRAWS rows.

    The chances are drawn once per group, for all its customers go by the same history; each customer's pace is
    drawn for itself: a rate of n purchases and two gaps of the business is Gamma(n + 1). What is kept of that pace is
    drawn once per group: a rate that so many orders tell.
    Source : posterior draws under beta and gamma priors, Gelman et al. (2013), "Bayesian Data Analysis", chapter 2.
    """
    generator = np.random.default_rng(SEED)
    shape = late.purchase_count + 1
    pace = generator.gamma(shape, 1 / shape, (DRAWS, len(shape)))
    relative = np.ones((DRAWS, len(shape)))
    for group in np.unique(late.group):
        members = late.group == group
        first = int(np.argmax(members))
        lost = _rates(late.on_time_return_rate[first], late.on_time_spell_count[first], generator) - _rates(
            late.return_rate[first], late.spell_count[first], generator
        )
        expected = late.on_time_return_rate[first] - late.return_rate[first]
        relative[:, members] = (np.maximum(lost, 0) / expected if expected > 0 else np.zeros(DRAWS))[:, None]
    return pace * _kept(late, generator) * relative * late.risk_amount


def _kept(late: Lateness, generator: np.random.Generator) -> np.ndarray:
    kept = np.ones((DRAWS, len(late.pace_group)))
    for group in np.unique(late.pace_group):
        members = late.pace_group == group
        shape = late.pace_order_count[members][0] + 1
        kept[:, members] = generator.gamma(shape, 1 / shape, DRAWS)[:, None]
    return kept


def total_range(draws: np.ndarray) -> Range:
    """P10, P50 and P90 of all customers together."""
    return range_of(draws.sum(axis=1))


def _rates(rate: float, cases: float, generator: np.random.Generator) -> np.ndarray:
    return generator.beta(rate * (cases + 1) + 1e-9, (1 - rate) * (cases + 1) + 1e-9, DRAWS)
