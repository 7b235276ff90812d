"""Likeness of two records, worked out by hand."""

from math import log

import pytest

from analytics.models.gower import likeness

ATTRIBUTES = ("industry", "sites", "path")


def test_likeness_is_the_mean_over_what_both_have():
    found = likeness(
        {"industry": "Hotel", "sites": 2, "path": "Ads"},
        {"industry": " hotel ", "sites": 4, "path": "Referral"},
        ATTRIBUTES,
        {"sites": log(16)},
    )
    # The same, three quarters of the way (ln 2 of ln 16 apart), different.
    assert found.rate == pytest.approx((1 + 0.75 + 0) / 3)
    assert (found.same, found.different, found.not_known) == (("industry", "sites"), ("path",), ())


def test_what_one_lacks_counts_neither_way():
    found = likeness({"industry": "Hotel"}, {"industry": "Hotel", "sites": 4}, ATTRIBUTES, {"sites": 1.0})
    assert (found.rate, found.not_known) == (1.0, ("sites", "path"))


def test_with_nothing_in_common_known_there_is_no_likeness():
    assert likeness({}, {"industry": "Hotel"}, ATTRIBUTES, {}).rate is None


def test_where_everybody_has_as_many_sites_they_are_alike():
    assert likeness({"sites": 3}, {"sites": 3}, ("sites",), {"sites": 0.0}).rate == 1.0


def test_attributes_that_say_much_the_same_count_as_one():
    one, other = (
        {"industry": "Hotel", "path": "Ads", "referral": "no"},
        {"industry": "Hotel", "path": "Fair", "referral": "no"},
    )
    found = likeness(one, other, ("industry", ("path", "referral")), {})
    assert found.rate == pytest.approx((1 + (0 + 1) / 2) / 2)
    assert (found.same, found.different) == (("industry", "referral"), ("path",))
    half = likeness({"path": "Ads"}, {"path": "Ads", "referral": "no"}, (("path", "referral"),), {})
    assert (half.rate, half.not_known) == (1.0, ("referral",))
