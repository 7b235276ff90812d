"""Kaplan-Meier against an independent implementation."""

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from analytics.models.intervals import wilson
from analytics.models.survival import Waits, share_done


@pytest.mark.parametrize("seed", range(6))
def test_shares_and_ranges_equal_those_of_scipy(seed):
    generator = np.random.default_rng(seed)
    wait, watched = generator.integers(1, 700, 150), generator.integers(50, 900, 150)
    days, happened = np.minimum(wait, watched), wait <= watched
    found = share_done(Waits(days, happened, np.ones(150)), 365)
    curve = ecdf(CensoredData(uncensored=days[happened], right=days[~happened])).sf
    limits = curve.confidence_interval(0.90, method="log-log")
    assert found.rate == pytest.approx(1 - curve.evaluate(365), abs=1e-12)
    assert found.low == pytest.approx(1 - limits.high.evaluate(365), abs=1e-9)
    assert found.high == pytest.approx(1 - limits.low.evaluate(365), abs=1e-9)


def test_grouped_cases_count_as_often_as_they_stand():
    one_by_one = Waits(np.array([10, 10, 20, 30]), np.array([True, True, False, True]), np.ones(4))
    grouped = Waits(np.array([10, 20, 30]), np.array([True, False, True]), np.array([2, 1, 1]))
    assert share_done(grouped, 25) == share_done(one_by_one, 25)
    assert share_done(grouped, 25).rate == pytest.approx(0.5)


def test_whoever_was_not_watched_long_enough_is_neither_done_nor_not():
    # 1 of 4 on day 10; then two leave; the last does it on day 20: all that is left.
    waits = Waits(np.array([10, 15, 20]), np.array([True, False, True]), np.array([1, 2, 1]))
    assert share_done(waits, 19).rate == pytest.approx(0.25)
    assert share_done(waits, 20).rate == pytest.approx(1.0)


def test_nobody_and_everybody_have_the_bound_of_wilson():
    nobody = share_done(Waits(np.array([400]), np.array([False]), np.array([20])), 365)
    assert (nobody.rate, nobody.low) == (0.0, 0.0)
    assert nobody.high == pytest.approx(wilson(0, 20)[1])
