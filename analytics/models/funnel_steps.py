"""What is known of one step of one path, and of the same step on the other paths: the counts behind M12 and M13."""

from dataclasses import dataclass, fields

from analytics.models.intervals import COMPARED_FROM, LISTED_BELOW, wilson

WHOLE_PATH = 1
SALE = 4


@dataclass(frozen=True)
class Limits:
    """What counts as a problem; ratios are against the other paths or against a year ago."""

    missing_link_rate: float = 0.5
    missing_link_ratio: float = 0.6
    missing_link_alone_rate: float = 0.3
    leak_ratio: float = 0.8
    slow_ratio: float = 1.5
    slow_days: float = 7.0
    volume_rate_ratio: float = 1.25
    volume_entry_ratio: float = 0.5
    weeding_rate: float = 0.5


LIMITS = tuple(field.name for field in fields(Limits))


@dataclass(frozen=True)
class Step:
    """What became of the people who could take one step of one path; link_order 1 is the whole path, entry to sale.

    from_count       : people who came to the link before.
    resolved_count   : those whose usual time is over and whose link before is on record; reached, left of them.
    passed_count     : resolved people who went beyond this link; recorded: with this link on record.
    recent, earlier  : resolved people who came to the link before in the last year, and in the year before that.
    poor_left        : resolved people of poor fit who did not take the step; known_left: of poor or of good fit.
    good             : resolved people of good fit; good_reached of them took the step.
    timed_count      : steps with known days; rank_sum of those days among all paths', tie_sum over all paths.
    """

    path: str
    link_order: int
    from_count: int = 0
    resolved_count: int = 0
    resolved_reached_count: int = 0
    resolved_left_count: int = 0
    passed_count: int = 0
    passed_recorded_count: int = 0
    recent_count: int = 0
    recent_reached_count: int = 0
    earlier_count: int = 0
    earlier_reached_count: int = 0
    poor_left_count: int = 0
    known_left_count: int = 0
    good_count: int = 0
    good_reached_count: int = 0
    timed_count: int = 0
    link_timed_count: int = 0
    rank_sum: float = 0.0
    tie_sum: float = 0.0
    median_days: float | None = None


@dataclass(frozen=True)
class Others:
    """The same link on all other paths pooled, the path itself left out; None where there is nothing to pool."""

    resolved_count: int
    reached_count: int
    rate: float | None
    from_mean: float | None
    median_days: float | None
    good_count: int = 0
    good_reached_count: int = 0


@dataclass(frozen=True)
class Verdict:
    """Exactly one diagnosis of a step, and what it was compared with: other paths, a year ago, alone, own records.

    p_value : after Benjamini-Hochberg over everything compared; None when the diagnosis rests on no test.
    """

    diagnosis: str
    compared_with: str | None = None
    p_value: float | None = None


def rate_with_range(reached: int, resolved: int) -> tuple[float, float, float] | tuple[None, None, None]:
    """Rate, low and high; nothing under 10 resolved people (H1)."""
    if resolved < LISTED_BELOW:
        return (None, None, None)
    low, high = wilson(reached, resolved)
    return (reached / resolved, low, high)


def others_of(step: Step, steps: list[Step]) -> Others:
    """The step on the other paths, pooled."""
    others = [other for other in steps if other.link_order == step.link_order and other.path != step.path]
    resolved = sum(other.resolved_count for other in others)
    reached = sum(other.resolved_reached_count for other in others)
    return Others(
        resolved_count=resolved,
        reached_count=reached,
        rate=reached / resolved if resolved else None,
        from_mean=sum(other.from_count for other in others) / len(others) if others else None,
        median_days=_middle_days(others),
        good_count=sum(other.good_count for other in others),
        good_reached_count=sum(other.good_reached_count for other in others),
    )


def needed_count(step: Step, others: Others) -> int:
    """How many more resolved people would tell whether this step is as good as elsewhere, at least to 30.

    Source : sample size for a proportion at 90 %; the difference to tell apart is a fifth of the others' rate.
    """
    reference = others.rate if others.rate else 0.5
    width = max(0.2 * reference, 0.02)
    enough = int(1.645**2 * reference * (1 - reference) / width**2) + 1
    return max(max(enough, COMPARED_FROM) - step.resolved_count, 1)


def _middle_days(others: list[Step]) -> float | None:
    """Median of the other paths' median days, each weighed by its people."""
    timed = sorted((other for other in others if other.timed_count), key=lambda other: other.median_days)
    half = sum(other.timed_count for other in timed) / 2
    counted = 0
    for other in timed:
        counted += other.timed_count
        if counted >= half:
            return other.median_days
    return None
