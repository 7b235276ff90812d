"""The range of a median against scipy's own."""

import numpy as np
import pytest
from scipy import stats

from analytics.models.middle import Counted, median_range


@pytest.mark.parametrize("size", [10, 11, 30, 57, 200])
def test_the_range_of_a_median_agrees_with_scipys_quantile_test(size):
    values = np.random.default_rng(size).exponential(40, size)
    found = median_range(Counted(values, np.ones(size)))
    expected = stats.quantile_test(values, p=0.5).confidence_interval(0.90)
    assert found.likely == pytest.approx(np.median(values))
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


def test_values_count_as_often_as_they_occur():
    counted = median_range(Counted(np.array([5.0, 1.0, 9.0]), np.array([3, 4, 1])))
    listed = median_range(Counted(np.array([1.0] * 4 + [5.0] * 3 + [9.0]), np.ones(8)))
    assert counted == listed
    assert counted.likely == 3.0


def test_nothing_has_no_middle():
    assert median_range(Counted(np.array([]), np.array([]))) is None
