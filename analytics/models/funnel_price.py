"""What a leak costs in a year (M13): low, likely and high by seeded simulation."""

from dataclasses import dataclass

import numpy as np

from analytics.models.funnel_steps import SALE, WHOLE_PATH, Step, Verdict, others_of
from analytics.models.intervals import COMPARED_FROM, DRAWS, LISTED_BELOW, Range, range_of

SEED = 20260101
# As if so many people of the other paths stood beside the path's own at a later link (H5): few when paths differ,
# many when they do not.
STRENGTHS = (10.0, 300.0)
YEAR_DAYS = 365
SHORTEST_DAYS = 90
COMPARED = ("other paths", "a year ago")


@dataclass(frozen=True)
class Sales:
    """Sales of one path with a known amount: how many, their mean and the spread of one of them (money)."""

    path: str
    count: int
    mean: float
    spread: float


def people_a_year(year_count: int, span_days: int) -> float | None:
    """People who came to a link in the last year; None under 90 days of data.

    span_days : days from the first entry of anybody to the as-of date; under a year the count is scaled up.
    """
    return None if span_days < SHORTEST_DAYS else year_count * YEAR_DAYS / min(span_days, YEAR_DAYS)


def price(
    step: Step, steps: list[Step], verdict: Verdict, yearly: tuple[float | None, np.ndarray | None]
) -> Range | None:
    """Money of one year if this step worked as well as what it was compared with; None when it cannot be told.

    yearly : people a year at the link before, and draws of the mean value of a sale.
    Source : M13: people at the link x (reachable own rate - rate) x rest-of-funnel rate x value of a sale; rates from
             Jeffreys' posterior; 2,000 draws, P10, P50, P90.
    """
    people, value = yearly
    if people is None or value is None or verdict.diagnosis == "slow" or verdict.compared_with not in COMPARED:
        return None
    rng = np.random.default_rng([SEED, step.link_order, _number(step.path)])
    if step.link_order == WHOLE_PATH:
        sales = _more_entries(step, steps, people, rng)
    else:
        sales = people * _gap(step, steps, verdict, rng) * _rest(step, steps, rng)
    return range_of(np.maximum(sales * value, 0))


def rest_rate(step: Step, steps: list[Step]) -> float:
    """Likely share of those who take the step that go on to the sale."""
    shares = [_shrunk(later, steps) for later in _later(step, steps)]
    return float(np.prod([reached / (reached + missed) for reached, missed in shares])) if shares else 1.0


def value_draws(sales: list[Sales], path: str) -> np.ndarray | None:
    """Means of the value of a sale, as likely as the data make them: the path's own from 30 sales, else all paths'.

    returns : DRAWS values from a gamma with the mean and its standard error; None under 10 sales.
    """
    own = [of_path for of_path in sales if of_path.path == path and of_path.count >= COMPARED_FROM]
    known = own or [of_path for of_path in sales if of_path.count]
    count = sum(of_path.count for of_path in known)
    if count < LISTED_BELOW:
        return None
    mean = sum(of_path.count * of_path.mean for of_path in known) / count
    inside = sum((of_path.count - 1) * of_path.spread**2 for of_path in known)
    between = sum(of_path.count * (of_path.mean - mean) ** 2 for of_path in known)
    error = ((inside + between) / (count - 1) / count) ** 0.5
    if error == 0:
        return np.full(DRAWS, mean)
    # A gamma, not a normal: a mean of money is positive, and skewed when the sales are.
    return np.random.default_rng([SEED, _number(path)]).gamma((mean / error) ** 2, error**2 / mean, DRAWS)


def _gap(step: Step, steps: list[Step], verdict: Verdict, rng: np.random.Generator) -> np.ndarray:
    if verdict.compared_with == "a year ago":
        own = _jeffreys(step.recent_reached_count, step.recent_count, rng)
        return _jeffreys(step.earlier_reached_count, step.earlier_count, rng) - own
    own = _jeffreys(step.resolved_reached_count, step.resolved_count, rng)
    others = others_of(step, steps)
    return _jeffreys(others.reached_count, others.resolved_count, rng) - own


def _rest(step: Step, steps: list[Step], rng: np.random.Generator) -> np.ndarray:
    rest = np.ones(DRAWS)
    for later in _later(step, steps):
        rest = rest * rng.beta(*_shrunk(later, steps), DRAWS)
    return rest


def _more_entries(step: Step, steps: list[Step], people: float, rng: np.random.Generator) -> np.ndarray:
    """Sales when as many people entered as enter the mean other path."""
    more = people * (others_of(step, steps).from_mean / step.from_count - 1)
    return more * rng.beta(*_shrunk(step, steps), DRAWS)


def _later(step: Step, steps: list[Step]) -> list[Step]:
    return [later for later in steps if later.path == step.path and step.link_order < later.link_order <= SALE]


def _shrunk(step: Step, steps: list[Step]) -> tuple[float, float]:
    """Reached and missed of the path's own people, with people of the other paths beside them."""
    rate = others_of(step, steps).rate
    prior = 0.5 if rate is None else min(max(rate, 0.01), 0.99)
    strength = _strength([one for one in steps if one.link_order == step.link_order])
    missed = step.resolved_count - step.resolved_reached_count
    return (step.resolved_reached_count + strength * prior, missed + strength * (1 - prior))


def _strength(steps: list[Step]) -> float:
    """How many people of the other paths to stand beside a path's own, from how much the paths differ.

    Source : moments of the beta-binomial, Kleinman (1973); within STRENGTHS, our choice, docs/decisions/012.
    """
    known = [step for step in steps if step.resolved_count]
    total = sum(step.resolved_count for step in known)
    rate = sum(step.resolved_reached_count for step in known) / total if total else 0.5
    chance = rate * (1 - rate)
    if len(known) < 2 or chance == 0:
        return STRENGTHS[0]
    spread = sum(
        step.resolved_count * (step.resolved_reached_count / step.resolved_count - rate) ** 2 for step in known
    )
    scale = total - sum(step.resolved_count**2 for step in known) / total
    between = (spread - (len(known) - 1) * chance) / scale
    return min(max(chance / between - 1, STRENGTHS[0]), STRENGTHS[1]) if between > 0 else STRENGTHS[1]


def _jeffreys(reached: int, resolved: int, rng: np.random.Generator) -> np.ndarray:
    return rng.beta(reached + 0.5, resolved - reached + 0.5, DRAWS)


def _number(path: str) -> int:
    """A number of the path's name that is the same in every run."""
    return int.from_bytes(path.encode("utf-8")[:8], "big")
