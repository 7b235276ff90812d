"""The middle of waits that are known, with its range."""

from dataclasses import dataclass

import numpy as np

from analytics.models.intervals import LEVEL, Range


@dataclass(frozen=True)
class Counted:
    """Values with how often each occurs."""

    values: np.ndarray
    counts: np.ndarray


def median_range(counted: Counted) -> Range | None:
    """Median with the order statistics between which it lies at LEVEL; None without a value.

    Source : Conover (1999), "Practical Nonparametric Statistics", section 3.2: ranks are binomial with chance 1/2.
    """
    total = int(counted.counts.sum())
    if not total:
        return None
    from scipy.stats import binom

    order = np.argsort(counted.values)
    ends = np.cumsum(counted.counts[order])
    below = int(binom.ppf((1 - LEVEL) / 2, total, 0.5))
    ranks = np.array([max(below, 1), (total + 1) // 2, total // 2 + 1, min(total - below + 1, total)])
    low, left, right, high = counted.values[order][np.searchsorted(ends, ranks)]
    return Range(float(low), float(left + right) / 2, float(high))
