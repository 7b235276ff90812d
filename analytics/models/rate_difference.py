"""How far two rates lie apart, with the range of the difference."""

from analytics.models.intervals import LEVEL, Range, wilson


def difference_range(own: tuple[int, int], other: tuple[int, int], level: float = LEVEL) -> Range:
    """The first rate less the other, -1 to 1, with its range.

    own, other : successes and trials, at least one trial.
    Source : Newcombe (1998), "Interval Estimation for the Difference between Independent Proportions", method 10:
             the ranges of Wilson put together.
    """
    rate, other_rate = own[0] / own[1], other[0] / other[1]
    (low, high), (other_low, other_high) = wilson(*own, level), wilson(*other, level)
    below = ((rate - low) ** 2 + (other_high - other_rate) ** 2) ** 0.5
    above = ((high - rate) ** 2 + (other_rate - other_low) ** 2) ** 0.5
    return Range(rate - other_rate - below, rate - other_rate, rate - other_rate + above)
