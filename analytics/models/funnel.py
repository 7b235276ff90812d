"""Which link of which path is missing, leaks, is slow or gets too few people (M12): the statistics, without any words.

Every function takes and returns one row per path and link, as the question funnel/diagnosis counts them; the row of
link_order 1 is the whole path, from entry to sale. Numbers are plain floats; what is unknown is NaN.
"""

from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from analytics.models.intervals import COMPARED_FROM, FALSE_DISCOVERY_RATE, LISTED_BELOW, fisher, wilson

WHOLE_PATH = 1
SALE = 4
# Below this share of the people who went on, a step is not written down well enough to call it missing (decision 012).
WRITTEN_DOWN = 0.5
# Ranks need fewer cases than rates: with 15 the normal approximation of their sum is good (decision 012).
TIMED_FROM = 15
TESTS = ("others_p", "year_p", "slow_p")


@dataclass(frozen=True)
class Limits:
    """What counts as a problem; ratios are against the other paths or against a year ago."""

    missing_link_rate: float = 0.5
    missing_link_ratio: float = 0.6
    missing_link_alone_rate: float = 0.3
    leak_ratio: float = 0.8
    slow_ratio: float = 1.5
    volume_rate_ratio: float = 1.25
    volume_entry_ratio: float = 0.5


LIMITS = tuple(field.name for field in fields(Limits))


def judge(steps: pd.DataFrame, limits: Limits) -> pd.DataFrame:
    """The steps with exactly one diagnosis each and what it rests on.

    steps   : path, link_order, from_count, resolved_count, resolved_reached_count, resolved_left_count, passed_count,
              passed_recorded_count, recent_count, recent_reached_count, earlier_count, earlier_reached_count,
              timed_count, rank_sum, link_timed_count, tie_sum, median_days
    returns : the same rows with rates and ranges, other_*, the p-values of TESTS, adjusted_p_value,
              diagnosis and compared_with
    Source  : Fisher's exact test, Mann-Whitney on days, Benjamini-Hochberg at 10 % over all of them together (H5).
    """
    tested = _with_tests(with_others(with_rates(steps)))
    adjusted = _adjusted(tested)
    verdicts = [_verdict(row, adjusted.loc[row.Index], limits) for row in tested.itertuples()]
    found = pd.DataFrame(verdicts, columns=["diagnosis", "compared_with", "adjusted_p_value"], index=tested.index)
    return tested.join(found)


def with_rates(steps: pd.DataFrame) -> pd.DataFrame:
    """The steps with conversion_rate, low_rate and high_rate of resolved people; NaN under 10 of them (H1)."""
    counted = zip(steps["resolved_reached_count"], steps["resolved_count"], strict=True)
    rates = [_rate(reached, resolved) for reached, resolved in counted]
    return steps.join(pd.DataFrame(rates, columns=["conversion_rate", "low_rate", "high_rate"], index=steps.index))


def with_others(steps: pd.DataFrame) -> pd.DataFrame:
    """The steps with the same link on all other paths pooled, the path itself left out, and their mean entries."""
    by_link = steps.groupby("link_order")
    result = steps.copy()
    for name in ("resolved", "resolved_reached"):
        total = by_link[f"{name}_count"].transform("sum")
        result[f"other_{name}_count"] = total - steps[f"{name}_count"]
    result["other_rate"] = result["other_resolved_reached_count"] / result["other_resolved_count"].replace(0, np.nan)
    other_paths = (by_link["path"].transform("count") - 1).replace(0, np.nan)
    result["other_from_mean"] = (by_link["from_count"].transform("sum") - steps["from_count"]) / other_paths
    result["other_days"] = [_other_days(steps, row) for row in steps.itertuples()]
    return result


def needed_count(row) -> int:
    """How many more resolved people would tell whether this step is as good as elsewhere, at least to 30.

    row : one row of `judge`.
    Source : sample size for a proportion at 90 %; the difference to tell apart is a fifth of the others' rate.
    """
    reference = row.other_rate if row.other_rate > 0 else 0.5
    width = max(0.2 * reference, 0.02)
    enough = int(np.ceil(1.645**2 * reference * (1 - reference) / width**2))
    return max(max(enough, COMPARED_FROM) - int(row.resolved_count), 1)


def _rate(reached: float, resolved: float) -> tuple[float, float, float]:
    if resolved < LISTED_BELOW:
        return (np.nan, np.nan, np.nan)
    low, high = wilson(int(reached), int(resolved))
    return (reached / resolved, low, high)


def _other_days(steps: pd.DataFrame, row) -> float:
    """Median days of the other paths, each weighed by its people."""
    others = steps[(steps["link_order"] == row.link_order) & (steps["path"] != row.path) & (steps["timed_count"] > 0)]
    if not len(others):
        return np.nan
    ordered = others.sort_values("median_days")
    middle = ordered["timed_count"].cumsum() >= ordered["timed_count"].sum() / 2
    return float(ordered.loc[middle, "median_days"].iloc[0])


def _with_tests(steps: pd.DataFrame) -> pd.DataFrame:
    tests = [(_others_p(row), _year_p(row), _slow_p(row)) for row in steps.itertuples()]
    return steps.join(pd.DataFrame(tests, columns=list(TESTS), index=steps.index))


def _others_p(row) -> float:
    return _fisher(
        row.resolved_reached_count, row.resolved_count, row.other_resolved_reached_count, row.other_resolved_count
    )


def _year_p(row) -> float:
    # The whole path is judged link by link; its year would test the same people twice.
    if row.link_order == WHOLE_PATH:
        return np.nan
    return _fisher(row.recent_reached_count, row.recent_count, row.earlier_reached_count, row.earlier_count)


def _fisher(reached: float, resolved: float, other_reached: float, other_resolved: float) -> float:
    if min(resolved, other_resolved) < COMPARED_FROM:
        return np.nan
    return fisher(int(reached), int(resolved), int(other_reached), int(other_resolved))


def _slow_p(row) -> float:
    """Two-sided p-value that the days of this path and of the others are alike.

    Source : Mann and Whitney (1947), normal approximation with ties.
    """
    own, total = row.timed_count, row.link_timed_count
    if row.link_order == WHOLE_PATH or not (own >= TIMED_FROM and total - own >= TIMED_FROM):
        return np.nan
    from scipy.special import ndtr

    spread = own * (total - own) / 12 * (total + 1 - row.tie_sum / (total * (total - 1)))
    if spread <= 0:
        return np.nan
    distance = abs(row.rank_sum - own * (total + 1) / 2) / spread**0.5
    return float(2 * ndtr(-distance))


def _adjusted(tested: pd.DataFrame) -> pd.DataFrame:
    """The p-values of TESTS after Benjamini-Hochberg over all that were made, whichever the kind."""
    from scipy.stats import false_discovery_control

    values = tested[list(TESTS)].to_numpy(dtype=float)
    made = ~np.isnan(values)
    if made.any():
        values[made] = false_discovery_control(values[made], method="bh")
    return pd.DataFrame(values, columns=list(TESTS), index=tested.index)


def _verdict(row, adjusted: pd.Series, limits: Limits) -> tuple[str, str | None, float]:
    """Diagnosis, what it was compared with, and the adjusted p-value of that comparison."""
    if row.link_order == WHOLE_PATH:
        return _verdict_on_entry(row, adjusted, limits)
    if row.resolved_count < COMPARED_FROM:
        return ("cant_tell", None, np.nan)
    hardly_done = row.link_order < SALE and row.resolved_left_count >= (row.resolved_count - row.resolved_reached_count) / 2
    if hardly_done and _is_badly_written_down(row):
        return ("cant_tell", "own records", np.nan)
    for compared_with, rate, p_value in _comparisons(row, adjusted):
        if p_value <= FALSE_DISCOVERY_RATE and row.conversion_rate < rate:
            verdict = _worse(row, row.conversion_rate / rate, hardly_done, limits)
            if verdict:
                return (verdict, compared_with, p_value)
    if hardly_done and row.high_rate <= limits.missing_link_alone_rate:
        return ("missing_link", "alone", np.nan)
    if adjusted.slow_p <= FALSE_DISCOVERY_RATE and row.median_days >= limits.slow_ratio * max(row.other_days, 1):
        return ("slow", "other paths", adjusted.slow_p)
    return _not_worse(row, limits)


def _comparisons(row, adjusted: pd.Series) -> list[tuple[str, float, float]]:
    """The other paths first: a level that we reach elsewhere today says more than one that we reached once."""
    a_year_ago = row.earlier_reached_count / row.earlier_count if row.earlier_count else np.nan
    found = [("other paths", row.other_rate, adjusted.others_p)]
    if row.recent_count >= COMPARED_FROM and row.recent_reached_count / row.recent_count < a_year_ago:
        found.append(("a year ago", a_year_ago, adjusted.year_p))
    return found


def _worse(row, ratio: float, hardly_done: bool, limits: Limits) -> str | None:
    if hardly_done and row.conversion_rate < limits.missing_link_rate and ratio <= limits.missing_link_ratio:
        return "missing_link"
    return "leak" if ratio <= limits.leak_ratio else None


def _is_badly_written_down(row) -> bool:
    """Most of those who went on did so without this step on record: it is done and not noted."""
    return row.passed_count >= LISTED_BELOW and row.passed_recorded_count < WRITTEN_DOWN * row.passed_count


def _not_worse(row, limits: Limits) -> tuple[str, str | None, float]:
    if row.other_resolved_count < COMPARED_FROM:
        return ("cant_tell", None, np.nan)
    # Healthy is a statement too: the range must leave no room for a leak.
    is_sure = row.low_rate >= limits.leak_ratio * row.other_rate
    return ("healthy" if is_sure else "cant_tell", "other paths", np.nan)


def _verdict_on_entry(row, adjusted: pd.Series, limits: Limits) -> tuple[str, str | None, float]:
    if np.isnan(adjusted.others_p):
        return ("cant_tell", None, np.nan)
    is_better = adjusted.others_p <= FALSE_DISCOVERY_RATE and (
        row.conversion_rate >= limits.volume_rate_ratio * row.other_rate
    )
    if is_better and row.from_count <= limits.volume_entry_ratio * row.other_from_mean:
        return ("volume", "other paths", adjusted.others_p)
    return ("healthy", "other paths", np.nan)
