"""Weekly numbers and plans against outside numbers and by hand."""

import numpy as np
import pytest
from scipy.stats import poisson

from analytics.models.ask_plan import Mean, OwnRates, brought, needed
from analytics.models.weekly_counts import differs, weekly

SURE = OwnRates((80_000, 100_000), (50_000, 100_000), (40_000, 100_000), 1.5, Mean(10_000, 1000.0, 0.0))


def test_the_range_of_a_count_is_where_chance_would_seldom_end():
    """Garwood: at the ends of the range the tail beyond what was seen holds 5 %."""
    found = weekly(13, 13)
    assert poisson.sf(12, found.low * 13) == pytest.approx(0.05)
    assert poisson.cdf(13, found.high * 13) == pytest.approx(0.05)


def test_no_ask_at_all_still_has_an_upper_end():
    assert (weekly(0, 13).low, weekly(0, 13).high) == (0.0, pytest.approx(2.996 / 13, rel=1e-3))


def test_without_a_week_there_is_no_number_a_week():
    assert weekly(5, 0) is None


def test_three_heads_of_three_are_one_in_four():
    assert differs(3, 0) == pytest.approx(0.25)


def test_each_link_is_the_one_after_over_its_rate():
    """10,000 a week, 2,000 of it anyway: 8 sales, 20 people asked in 30 asks, 40 nurtured, 50 new."""
    found = {name: float(np.median(draws)) for name, draws in needed(10_000, Mean(52, 2000, 0), SURE, 1).items()}
    expected = {"money": 8000, "sale": 8, "ask": 30, "nurturing": 40, "lead_generation": 50}
    assert found == pytest.approx(expected, rel=0.01)


def test_what_the_asks_bring_in_is_the_way_forward_again():
    assert float(np.median(brought(30, SURE, 1))) == pytest.approx(8000, rel=0.01)


def test_a_goal_that_is_reached_anyway_takes_nobody():
    assert needed(1000, Mean(52, 2000, 0), SURE, 1)["ask"].max() == 0


def test_a_link_that_is_never_written_down_is_left_out():
    rates = OwnRates(None, None, (40, 100), 1.0, Mean(40, 1000.0, 100.0))
    found = needed(1000, Mean(52, 0, 0), rates, 1)
    assert "nurturing" not in found
    assert np.array_equal(found["lead_generation"], found["ask"])
