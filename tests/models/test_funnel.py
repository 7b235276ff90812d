"""The statistics of the funnel, against outside numbers and by hand."""

import numpy as np
import pytest
from scipy.stats import fisher_exact, mannwhitneyu

from analytics.models.funnel import _mann_whitney, judge
from analytics.models.funnel_price import Sales, _strength, people_a_year, price, rest_rate, value_draws
from analytics.models.funnel_steps import Limits, Step, needed_count, others_of, rate_with_range
from analytics.models.intervals import fisher

LIMITS = Limits()


def step(path: str, order: int, reached: int, resolved: int, **more) -> Step:
    """A step of which everybody who did not take it was never tried."""
    counts = {"from_count": resolved, "resolved_left_count": resolved - reached} | more
    return Step(path, order, resolved_count=resolved, resolved_reached_count=reached, **counts)


def verdict_of_first(steps: list[Step]):
    return judge(steps, LIMITS)[0][0]


def test_fisher_agrees_with_scipy():
    rng = np.random.default_rng(1)
    for _ in range(50):
        trials, others = (int(number) for number in rng.integers(1, 400, 2))
        successes, of_others = int(rng.integers(0, trials + 1)), int(rng.integers(0, others + 1))
        expected = fisher_exact([[successes, trials - successes], [of_others, others - of_others]]).pvalue
        assert fisher(successes, trials, of_others, others) == pytest.approx(expected, abs=1e-9)


def test_the_days_test_agrees_with_scipy():
    own, others = [10, 20, 20, 30, 40] * 4, [5, 10, 10, 15, 20, 25] * 5
    everything = np.array(own + others)
    ranks = [sum(everything < day) + (sum(everything == day) + 1) / 2 for day in own]
    ties = sum(count**3 - count for count in np.unique(everything, return_counts=True)[1])
    slow = step(
        "A", 4, 20, 20, timed_count=20, link_timed_count=50, rank_sum=sum(ranks), tie_sum=float(ties), median_days=20
    )
    expected = mannwhitneyu(own, others, method="asymptotic", use_continuity=False).pvalue
    assert _mann_whitney(slow) == pytest.approx(expected)


def test_under_thirty_people_nothing_is_compared():
    assert verdict_of_first([step("A", 3, 1, 29), step("B", 3, 60, 80)]).diagnosis == "cant_tell"


def test_a_step_that_few_were_offered_is_a_missing_link():
    found = verdict_of_first([step("A", 3, 14, 52), step("B", 3, 70, 100)])
    assert (found.diagnosis, found.compared_with) == ("missing_link", "other paths")


def test_people_who_said_no_are_a_leak_and_not_a_missing_link():
    refused = step("A", 3, 14, 52, resolved_left_count=5)
    assert verdict_of_first([refused, step("B", 3, 70, 100)]).diagnosis == "leak"


def test_the_customers_step_leaks_and_is_never_missing():
    assert verdict_of_first([step("A", 4, 20, 100), step("B", 4, 70, 100)]).diagnosis == "leak"


def test_a_small_difference_is_no_leak_however_sure():
    assert verdict_of_first([step("A", 4, 3600, 6000), step("B", 4, 4200, 6000)]).diagnosis == "healthy"


def test_one_look_among_many_is_not_enough():
    """6 of 30 against 40 % elsewhere: p = 0.04 alone, but not among twenty comparisons that show nothing."""
    odd, rest = step("A", 4, 6, 30), [step(f"B{n}", 4, 40, 100) for n in range(20)]
    alone = judge([odd, step("B", 4, 800, 2000)], LIMITS)[0][0]
    among = judge([odd, *rest], LIMITS)[0][0]
    assert (alone.diagnosis, among.diagnosis) == ("leak", "cant_tell")


def test_a_step_done_and_not_written_down_cannot_be_judged():
    found = verdict_of_first([step("A", 3, 12, 60, passed_count=12, passed_recorded_count=2), step("B", 3, 70, 100)])
    assert (found.diagnosis, found.compared_with) == ("cant_tell", "own records")


def test_a_step_hardly_done_anywhere_is_missing_without_any_comparison():
    found = verdict_of_first([step("A", 3, 10, 100), step("B", 3, 12, 100)])
    assert (found.diagnosis, found.compared_with, found.p_value) == ("missing_link", "alone", None)


def test_worse_than_a_year_ago_is_a_leak():
    now = step("A", 4, 60, 200, recent_count=100, recent_reached_count=15, earlier_count=100, earlier_reached_count=45)
    found = verdict_of_first([now, step("B", 4, 30, 100)])
    assert (found.diagnosis, found.compared_with) == ("leak", "a year ago")


def test_a_single_path_has_nothing_to_compare_with():
    assert verdict_of_first([step("A", 4, 50, 100)]).diagnosis == "cant_tell"


def test_healthy_is_said_only_when_the_range_leaves_no_room_for_a_leak():
    sure, unsure = step("A", 4, 300, 600), step("A", 4, 16, 34)
    assert verdict_of_first([sure, step("B", 4, 300, 600)]).diagnosis == "healthy"
    assert verdict_of_first([unsure, step("B", 4, 300, 600)]).diagnosis == "cant_tell"


def test_a_path_that_sells_well_and_gets_few_people_lacks_volume():
    found = verdict_of_first([step("A", 1, 16, 39), step("B", 1, 144, 782)])
    assert (found.diagnosis, found.compared_with) == ("volume", "other paths")


def test_a_path_that_sells_well_with_many_people_lacks_nothing():
    assert verdict_of_first([step("A", 1, 320, 780), step("B", 1, 144, 782)]).diagnosis == "healthy"


def test_the_others_leave_the_path_itself_out():
    steps = [step("A", 3, 1, 10), step("B", 3, 20, 40), step("C", 3, 10, 20), step("B", 4, 9, 9)]
    others = others_of(steps[0], steps)
    assert (others.reached_count, others.resolved_count, others.rate) == (30, 60, 0.5)


def test_under_ten_cases_there_is_no_rate():
    assert rate_with_range(3, 9) == (None, None, None)


def test_how_many_more_would_do_goes_down_with_every_case():
    steps = [step("A", 4, 5, 10), step("A", 4, 10, 20), step("B", 4, 50, 100)]
    others = others_of(steps[0], steps)
    # 1.645^2 x 0.5 x 0.5 / 0.1^2 = 67.7, so 68 in all
    assert (needed_count(steps[0], others), needed_count(steps[1], others)) == (58, 48)


def test_the_price_is_people_times_gap_times_rest_times_value():
    """2,000 people asked 20 % and not 70 %, half of the asked buy, 100 a sale: 2,000 x 0.5 x 0.5 x 100 = 50,000."""
    steps = [
        step("A", 3, 4000, 20000),
        step("B", 3, 14000, 20000),
        step("A", 4, 5000, 10000),
        step("B", 4, 5000, 10000),
    ]
    verdicts, _ = judge(steps, LIMITS)
    found = price(steps[0], steps, verdicts[0], (people_a_year(2000, 365), np.full(2000, 100.0)))
    assert found.likely == pytest.approx(50_000, rel=0.01)
    assert found.low < found.likely < found.high


def test_the_price_is_the_same_on_every_run():
    steps = [step("A", 4, 20, 100), step("B", 4, 70, 100)]
    verdicts, _ = judge(steps, LIMITS)
    yearly = (people_a_year(50, 365), value_draws([Sales("A", 40, 900.0, 300.0)], "A"))
    assert price(steps[0], steps, verdicts[0], yearly) == price(steps[0], steps, verdicts[0], yearly)


def test_under_ninety_days_of_data_there_is_no_price_of_a_year():
    assert people_a_year(50, 89) is None


def test_half_a_year_of_people_counts_double():
    assert people_a_year(50, 183) == pytest.approx(50 * 365 / 183)


def test_under_ten_sales_there_is_no_value_of_a_sale():
    assert value_draws([Sales("A", 9, 100.0, 10.0)], "A") is None


def test_the_rest_of_the_funnel_is_the_product_of_the_later_links():
    steps = [step("A", 2, 5, 10), step("A", 3, 5000, 10000), step("A", 4, 2000, 10000)]
    assert rest_rate(steps[0], steps) == pytest.approx(0.5 * 0.2, rel=0.01)


def test_paths_that_do_not_differ_lend_each_other_more_people():
    alike = [step(path, 4, 50, 100) for path in "ABC"]
    unlike = [step("A", 4, 20, 100), step("B", 4, 50, 100), step("C", 4, 80, 100)]
    assert _strength(alike) == 300
    assert _strength(unlike) == 10
