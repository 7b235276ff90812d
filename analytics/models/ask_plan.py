"""How many people a week a goal takes at each link, planned backwards from the money (M14)."""

from dataclasses import dataclass

import numpy as np

from analytics.models.intervals import DRAWS

SEED = 20260101


@dataclass(frozen=True)
class Mean:
    """A mean of money: how many were counted, their mean, and the spread of one of them."""

    count: int
    mean: float
    spread: float


@dataclass(frozen=True)
class OwnRates:
    """What a business knows of itself; a link that it never writes down is None.

    nurturing, ask, sale : people who took the step, of those whose usual time is over; ask counts people, not asks.
    asks_per_person      : asks made for each person asked.
    sale_value           : money of a first sale.
    """

    nurturing: tuple[int, int] | None
    ask: tuple[int, int] | None
    sale: tuple[int, int]
    asks_per_person: float
    sale_value: Mean


def needed(goal: float, other: Mean, rates: OwnRates, seed: int) -> dict[str, np.ndarray]:
    """Draws of what one week takes: money to bring in by first sales, sales, asks, people to nurture, new people.

    goal    : money of one week; other: money of one week that comes in anyway.
    returns : 'money', 'sale', 'ask' and, where it is written down, 'nurturing'; 'lead_generation'; each DRAWS long.
    Source  : M14; rates from Jeffreys' posterior, means from a gamma.
    """
    rng = np.random.default_rng([SEED, seed])
    money = np.maximum(goal - mean_draws(other, rng), 0)
    sales = money / mean_draws(rates.sale_value, rng)
    people = sales / rate(rates.sale, rng)
    found = {"money": money, "sale": sales, "ask": people * rates.asks_per_person}
    if rates.ask:
        people = people / rate(rates.ask, rng)
    if rates.nurturing:
        found["nurturing"] = people
        people = people / rate(rates.nurturing, rng)
    return found | {"lead_generation": people}


def brought(asks: float, rates: OwnRates, seed: int) -> np.ndarray:
    """Draws of the money that so many asks bring in."""
    rng = np.random.default_rng([SEED, seed])
    return asks / rates.asks_per_person * rate(rates.sale, rng) * mean_draws(rates.sale_value, rng)


def rate(counts: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """A share as likely as the counts make it; never 0, which would take endless people."""
    reached, resolved = counts
    return rng.beta(reached + 0.5, resolved - reached + 0.5, DRAWS)


def mean_draws(of: Mean, rng: np.random.Generator) -> np.ndarray:
    """A mean as likely as the cases make it: a gamma, because a mean of money is positive and skewed."""
    error = of.spread / of.count**0.5 if of.count else 0.0
    if error == 0 or of.mean <= 0:
        return np.full(DRAWS, max(of.mean, 0.0))
    return rng.gamma((of.mean / error) ** 2, error**2 / of.mean, DRAWS)
