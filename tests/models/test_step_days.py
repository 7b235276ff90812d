"""How long a step takes, from counts by day."""

import pytest
from scipy import stats

from analytics.models.step_days import step_days


def test_the_rank_sum_is_that_of_mann_and_whitney():
    counts = {"A": {3: 2, 5: 1, 9: 2}, "B": {1: 1, 5: 3, 9: 1}}
    days = {path: [day for day, count in found.items() for _ in range(count)] for path, found in counts.items()}
    found = step_days(counts)["A"]
    expected = stats.mannwhitneyu(days["A"], days["B"]).statistic
    assert found.rank_sum - 5 * 6 / 2 == pytest.approx(expected)
    # days 3, 5, 9 hold 2, 4 and 3 steps: 6 + 60 + 24
    assert (found.timed_count, found.link_timed_count, found.tie_sum) == (5, 10, 90.0)


def test_the_median_is_the_lowest_day_by_which_half_have_taken_the_step():
    found = step_days({"A": dict.fromkeys(range(1, 101), 1)})["A"]
    # 50 +- 1.645 * sqrt(100) / 2 = 41.8 and 58.2 steps
    assert (found.median_days, found.low_days, found.high_days) == (50, 42, 59)


def test_one_step_alone_has_no_upper_bound():
    found = step_days({"A": {7: 1}})["A"]
    assert (found.median_days, found.low_days, found.high_days) == (7, 7, None)
