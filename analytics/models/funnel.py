"""Which link of which path is missing, leaks, is slow or gets too few people (M12): the statistics, not the words."""

from collections.abc import Callable

from analytics.models.funnel_steps import SALE, WHOLE_PATH, Limits, Others, Step, Verdict, others_of
from analytics.models.funnel_weeding import weeded
from analytics.models.intervals import COMPARED_FROM, FALSE_DISCOVERY_RATE, LISTED_BELOW, fisher, wilson

# Below this share of the people who went on, a step is not written down well enough to call it missing (decision 012).
WRITTEN_DOWN = 0.5
# Ranks need fewer cases than rates: with 15 the normal approximation of their sum is good (decision 012).
TIMED_FROM = 15


def judge(steps: list[Step], limits: Limits) -> tuple[list[Verdict], int]:
    """A verdict for each step, in order, and how many comparisons were made.

    Source : Fisher's exact test, Mann-Whitney on days, Benjamini-Hochberg at 10 % over all of them together (H5).
    """
    others = [others_of(step, steps) for step in steps]
    tests = [_tests(step, other) for step, other in zip(steps, others, strict=True)]
    adjusted = _adjusted(tests)
    verdicts = [
        weeded(_verdict(step, other, found, limits), step, other, limits)
        for step, other, found in zip(steps, others, adjusted, strict=True)
    ]
    return verdicts, sum(len(test) for test in tests)


def _tests(step: Step, others: Others) -> dict[str, float]:
    """Two-sided p-values of the comparisons that have enough cases, by what is compared."""
    own = (step.resolved_reached_count, step.resolved_count)
    found = {"other paths": _fisher(own, (others.reached_count, others.resolved_count))}
    # The whole path is judged link by link; its year and its days would test the same people twice.
    if step.link_order != WHOLE_PATH:
        recent = (step.recent_reached_count, step.recent_count)
        found["a year ago"] = _fisher(recent, (step.earlier_reached_count, step.earlier_count))
        found["days"] = _mann_whitney(step)
    return {name: p_value for name, p_value in found.items() if p_value is not None}


def _fisher(own: tuple[int, int], other: tuple[int, int]) -> float | None:
    return fisher(*own, *other) if min(own[1], other[1]) >= COMPARED_FROM else None


def _mann_whitney(step: Step) -> float | None:
    """P-value that the days of this path and of the others are alike.

    Source : Mann and Whitney (1947), normal approximation with ties.
    """
    own, total = step.timed_count, step.link_timed_count
    if min(own, total - own) < TIMED_FROM:
        return None
    from scipy.special import ndtr

    spread = own * (total - own) / 12 * (total + 1 - step.tie_sum / (total * (total - 1)))
    distance = abs(step.rank_sum - own * (total + 1) / 2) / spread**0.5 if spread > 0 else 0.0
    return float(2 * ndtr(-distance))


def _adjusted(tests: list[dict[str, float]]) -> list[dict[str, float]]:
    """The p-values after Benjamini-Hochberg over all that were made, whichever the kind."""
    from scipy.stats import false_discovery_control

    made = [p_value for test in tests for p_value in test.values()]
    corrected = iter(false_discovery_control(made, method="bh") if made else [])
    return [{name: float(next(corrected)) for name in test} for test in tests]


def _verdict(step: Step, others: Others, p_values: dict[str, float], limits: Limits) -> Verdict:
    if step.link_order == WHOLE_PATH:
        return _verdict_on_entry(step, others, p_values, limits)
    if step.resolved_count < COMPARED_FROM:
        return Verdict("cant_tell")
    if _is_hardly_done(step) and _is_badly_written_down(step):
        return Verdict("cant_tell", "own records")
    for check in _CHECKS:
        found = check(step, others, p_values, limits)
        if found:
            return found
    return _not_worse(step, others, limits)


def _worse_than_others(step: Step, others: Others, p_values: dict[str, float], limits: Limits) -> Verdict | None:
    rate = step.resolved_reached_count / step.resolved_count
    return _worse(step, rate, others.rate, ("other paths", p_values.get("other paths")), limits)


def _worse_than_a_year_ago(step: Step, others: Others, p_values: dict[str, float], limits: Limits) -> Verdict | None:
    if "a year ago" not in p_values:
        return None
    recent = step.recent_reached_count / step.recent_count
    earlier = step.earlier_reached_count / step.earlier_count
    return _worse(step, recent, earlier, ("a year ago", p_values["a year ago"]), limits)


def _worse(
    step: Step, rate: float, other: float | None, test: tuple[str, float | None], limits: Limits
) -> Verdict | None:
    compared_with, p_value = test
    if p_value is None or p_value > FALSE_DISCOVERY_RATE or rate >= other:
        return None
    ratio = rate / other
    if _is_hardly_done(step) and rate < limits.missing_link_rate and ratio <= limits.missing_link_ratio:
        return Verdict("missing_link", compared_with, p_value)
    return Verdict("leak", compared_with, p_value) if ratio <= limits.leak_ratio else None


def _missing_alone(step: Step, others: Others, p_values: dict[str, float], limits: Limits) -> Verdict | None:
    high = wilson(step.resolved_reached_count, step.resolved_count)[1]
    is_missing = _is_hardly_done(step) and high <= limits.missing_link_alone_rate
    return Verdict("missing_link", "alone") if is_missing else None


def _slow(step: Step, others: Others, p_values: dict[str, float], limits: Limits) -> Verdict | None:
    p_value = p_values.get("days")
    if p_value is None or p_value > FALSE_DISCOVERY_RATE:
        return None
    is_slow = (
        step.median_days >= limits.slow_ratio * others.median_days
        and step.median_days >= others.median_days + limits.slow_days
    )
    return Verdict("slow", "other paths", p_value) if is_slow else None


# In this order: a level that we reach elsewhere today says more than one that we reached once.
_CHECKS: tuple[Callable[..., Verdict | None], ...] = (
    _worse_than_others,
    _worse_than_a_year_ago,
    _missing_alone,
    _slow,
)


def _is_hardly_done(step: Step) -> bool:
    """A step of our own that most of those who did not take it were never offered: they did not refuse."""
    return (
        step.link_order < SALE and step.resolved_left_count >= (step.resolved_count - step.resolved_reached_count) / 2
    )


def _is_badly_written_down(step: Step) -> bool:
    """Most of those who went on did so without this step on record: it is done and not noted."""
    return step.passed_count >= LISTED_BELOW and step.passed_recorded_count < WRITTEN_DOWN * step.passed_count


def _not_worse(step: Step, others: Others, limits: Limits) -> Verdict:
    if others.resolved_count < COMPARED_FROM:
        return Verdict("cant_tell")
    # Healthy is a statement too: the range must leave no room for a leak.
    low = wilson(step.resolved_reached_count, step.resolved_count)[0]
    return Verdict("healthy" if low >= limits.leak_ratio * others.rate else "cant_tell", "other paths")


def _verdict_on_entry(step: Step, others: Others, p_values: dict[str, float], limits: Limits) -> Verdict:
    p_value = p_values.get("other paths")
    if p_value is None:
        return Verdict("cant_tell")
    rate = step.resolved_reached_count / step.resolved_count
    is_better = p_value <= FALSE_DISCOVERY_RATE and rate >= limits.volume_rate_ratio * others.rate
    if is_better and step.from_count <= limits.volume_entry_ratio * others.from_mean:
        return Verdict("volume", "other paths", p_value)
    return Verdict("healthy", "other paths")
