"""The range of a difference against a published example."""

import pytest

from analytics.models.rate_difference import difference_range


def test_the_example_of_newcombe():
    """Newcombe (1998), table II (a): 56 of 70 less 48 of 80, method 10, 95 %."""
    found = difference_range((56, 70), (48, 80), level=0.95)
    assert (found.low, found.likely, found.high) == pytest.approx((0.0524, 0.2, 0.3339), abs=5e-5)


def test_the_other_way_round_is_the_same_with_the_sign_turned():
    one, other = difference_range((9, 54), (394, 631)), difference_range((394, 631), (9, 54))
    assert (one.low, one.likely, one.high) == pytest.approx((-other.high, -other.likely, -other.low))
