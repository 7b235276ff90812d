"""How much better predictions become with more cases to learn from."""

from dataclasses import dataclass

import numpy as np

from analytics.models.calibration import discrimination, skill
from analytics.models.intervals import Range
from analytics.models.ways import Past, everybody_rate, regression

TESTED_SHARE = 0.3
LEAST_TAUGHT, LEAST_TESTED = 20, 30
SHARES = (0.125, 0.25, 0.5, 1.0)


@dataclass(frozen=True)
class Step:
    """What so many cases taught, graded on the same latest cases: share of everybody's mistake saved, and the area."""

    taught_count: int
    happened_count: int
    skill: Range | None
    discrimination: Range | None


def learning_curve(past: Past) -> list[Step]:
    """Learn from the latest eighth, quarter, half and all of the earlier cases; grade on the last 30 %.

    returns : empty where fewer than 30 cases can be graded.
    Source  : learning curves as in Figueroa et al. (2012), "Predicting sample size required for classification".
    """
    known, tested = _parted(past)
    counted = np.cumsum(past.cases.trials[known])
    if not len(known) or tested.cases.trials.sum() < LEAST_TESTED:
        return []
    sizes = [share * counted[-1] for share in SHARES if share * counted[-1] >= LEAST_TAUGHT]
    return [_step(past.take(known[counted > counted[-1] - size]), tested, counted[-1]) for size in sizes]


def known_before(past: Past) -> int:
    """Cases whose outcome was known before the last 30 % began: what can be learned from."""
    return int(past.cases.trials[_parted(past)[0]].sum())


def _parted(past: Past) -> tuple[np.ndarray, Past]:
    """Places of the cases whose outcome was known before the last 30 % began, by day; and that last 30 %."""
    order = np.argsort(past.day, kind="stable")
    reached = np.cumsum(past.cases.trials[order])
    if not len(order):
        return order, past
    first = past.day[order][np.searchsorted(reached, reached[-1] * (1 - TESTED_SHARE))]
    return order[(past.known_day <= first)[order]], past.take(past.day >= first)


def _step(taught: Past, tested: Past, all_count: float) -> Step:
    said = regression(taught).expected(tested.cases.codes)
    others = np.full(len(said), everybody_rate(taught.cases))
    counts = (tested.cases.events, tested.cases.trials)
    return Step(
        taught_count=int(min(taught.cases.trials.sum(), all_count)),
        happened_count=int(taught.cases.events.sum()),
        skill=skill(said, others, *counts),
        discrimination=discrimination(said, *counts),
    )
