"""How many have done something by a given time, when some were not watched that long (H4)."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from analytics.models.intervals import LEVEL


@dataclass(frozen=True)
class Waits:
    """Cases grouped by how long they were watched.

    days     : days until it happened, or until we stopped watching.
    happened : True when it happened on that day.
    count    : cases with this wait.
    """

    days: np.ndarray
    happened: np.ndarray
    count: np.ndarray


@dataclass(frozen=True)
class ShareDone:
    """Share of those who have done it by the day, 0-1, with its range; watched_count is still watched on that day."""

    rate: float
    low: float
    high: float
    watched_count: int


def share_done(waits: Waits, by_day: float) -> ShareDone:
    """The share who have done it by the day, by Kaplan-Meier, with a range that stays within 0-1.

    Source : Kaplan and Meier (1958); variance Greenwood (1926); range on the log(-log) scale, Kalbfleisch and
             Prentice (1980), "The Statistical Analysis of Failure Time Data".
    """
    left, variance, watched = 1.0, 0.0, float(waits.count.sum())
    for day in np.unique(waits.days[waits.days <= by_day]):
        today = waits.days == day
        done = float(waits.count[today & waits.happened].sum())
        if done:
            left *= 1 - done / watched
            variance += done / (watched * (watched - done)) if watched > done else np.inf
        watched -= float(waits.count[today].sum())
    low, high = _range(left, variance, float(waits.count.sum()))
    return ShareDone(1 - left, 1 - high, 1 - low, int(watched))


def _range(left: float, variance: float, cases: float) -> tuple[float, float]:
    """Bounds of the share that has not done it yet."""
    z = NormalDist().inv_cdf(0.5 + LEVEL / 2)
    if left in (0.0, 1.0) or not np.isfinite(variance):
        # At the ends Greenwood says nothing; Wilson's bound of 0 or all of the cases does.
        edge = z * z / (cases + z * z)
        return (1 - edge, 1.0) if left == 1.0 else (0.0, edge)
    spread = z * np.sqrt(variance) / abs(np.log(left))
    return float(left ** np.exp(spread)), float(left ** np.exp(-spread))
