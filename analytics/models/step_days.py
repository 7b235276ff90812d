"""How long a step takes: median with its range, and the rank sums that tell whether one path takes longer than others.

From counts by day, so that a million steps are a few hundred numbers.
"""

from dataclasses import dataclass

# Order statistics this many standard errors from the middle bound the median with 90 %.
SPREAD = 1.645


@dataclass(frozen=True)
class StepDays:
    """Days of one step on one path, beside the same step on all paths.

    timed_count      : steps with known days; of this path, and of all paths together (link).
    median_days      : the lowest day by which half have taken the step; low and high bound it, None where too few.
    rank_sum         : sum of this path's ranks among all steps of the link; equal days share their place.
    tie_sum          : sum of t^3 - t over the days of the link, t steps on one day.
    """

    timed_count: int
    link_timed_count: int
    median_days: int
    low_days: int | None
    high_days: int | None
    rank_sum: float
    tie_sum: float


def step_days(counts: dict[str, dict[int, int]]) -> dict[str, StepDays]:
    """The days of one link, by path.

    counts : path to steps by day; a path without any stays out.
    Source : Mann and Whitney (1947); order statistics for the range of the median.
    """
    together: dict[int, int] = {}
    for by_day in counts.values():
        for day, count in by_day.items():
            together[day] = together.get(day, 0) + count
    ranks, total = _ranks(together)
    ties = float(sum(count**3 - count for count in together.values()))
    return {
        path: StepDays(
            timed_count=sum(by_day.values()),
            link_timed_count=total,
            median_days=_day_of(by_day, 0),
            low_days=_day_of(by_day, -SPREAD),
            high_days=_day_of(by_day, SPREAD),
            rank_sum=sum(ranks[day] * count for day, count in by_day.items()),
            tie_sum=ties,
        )
        for path, by_day in counts.items()
    }


def _ranks(by_day: dict[int, int]) -> tuple[dict[int, float], int]:
    """The shared rank of each day, and how many steps there are."""
    ranks, before = {}, 0
    for day in sorted(by_day):
        ranks[day] = before + (by_day[day] + 1) / 2
        before += by_day[day]
    return ranks, before


def _day_of(by_day: dict[int, int], errors: float) -> int | None:
    """The lowest day by which half of the steps, and so many standard errors more, have been taken."""
    total = sum(by_day.values())
    wanted, up_to = total / 2 + errors * total**0.5 / 2, 0
    for day in sorted(by_day):
        up_to += by_day[day]
        if up_to >= wanted:
            return day
    return None
