"""Brier score, skill, discrimination and calibration on cases small enough to count by hand."""

import numpy as np
import pytest

from analytics.models.calibration import bands, brier, calibration_line, cautious_line, discrimination, gain, skill

RATES, EVENTS, TRIALS = np.array([0.8, 0.2]), np.array([8.0, 1.0]), np.array([10.0, 10.0])


def test_brier_is_the_mean_squared_difference():
    # (8 x 0.04 + 2 x 0.64 + 1 x 0.64 + 9 x 0.04) / 20
    assert brier(RATES, EVENTS, TRIALS) == pytest.approx((0.32 + 1.28 + 0.64 + 0.36) / 20)
    assert brier(np.empty(0), np.empty(0), np.empty(0)) is None


def test_skill_is_the_share_of_the_base_rates_score_that_is_saved():
    base = np.full(2, 0.45)
    expected = 1 - brier(RATES, EVENTS, TRIALS) / brier(base, EVENTS, TRIALS)
    found = skill(RATES, base, EVENTS, TRIALS)
    assert found.likely == pytest.approx(expected)
    assert found.low < found.likely < found.high


def test_the_same_prediction_has_no_skill_and_no_doubt_about_it():
    found = gain(RATES, RATES, EVENTS, TRIALS)
    assert (found.low, found.likely, found.high) == (0, 0, 0)


def test_discrimination_counts_pairs_and_half_of_the_ties():
    # Pairs of one that happened and one that did not: 8 x 9 right, 8 x 2 + 1 x 9 tied, 1 x 2 wrong, of 99.
    found = discrimination(RATES, EVENTS, TRIALS)
    assert found.likely == pytest.approx((72 + (16 + 9) / 2) / 99)
    assert 0.5 < found.low < found.likely < found.high <= 1
    assert discrimination(RATES, np.zeros(2), TRIALS) is None


def test_predictions_that_came_true_have_slope_1_and_too_extreme_ones_less():
    rates = np.array([0.1, 0.5, 0.9])
    right = calibration_line(rates, rates * 1000, np.full(3, 1000.0))
    assert (right.slope, right.intercept) == (pytest.approx(1, abs=1e-3), pytest.approx(0, abs=1e-3))
    tame = np.array([0.25, 0.5, 0.75])
    # Log odds of 0.75 are half of those of 0.9.
    assert calibration_line(rates, tame * 1000, np.full(3, 1000.0)).slope == pytest.approx(0.5, abs=0.01)


def test_a_line_far_from_straight_is_found_too():
    rates = np.array([0.24, 0.32, 0.40, 0.44, 0.98])
    line = calibration_line(rates, np.array([42, 38, 16, 18, 30.0]), np.array([276, 160, 173, 49, 86.0]))
    assert line.slope == pytest.approx(0.20, abs=0.01)
    corrected = line.corrected(rates)
    assert (corrected * np.array([276, 160, 173, 49, 86.0])).sum() == pytest.approx(144, abs=0.1)


def test_belief_keeps_a_handful_of_cases_near_the_straight_line():
    line = calibration_line(np.array([0.9, 0.1]), np.array([0.0, 1.0]), np.ones(2), (0.5, 0.25))
    assert 0.7 < line.slope < 1


def test_the_reliability_table_has_counts_and_ranges():
    found = bands(np.array([0.65, 0.70, 0.05]), np.array([4.0, 3.0, 0.0]), np.array([6.0, 5.0, 4.0]))
    assert [(band.low, band.cases, band.happened) for band in found] == [(0.0, 4, 0), (0.6, 6, 4), (0.7, 5, 3)]
    assert found[1].came_true.low < 4 / 6 < found[1].came_true.high


def test_predictions_chosen_for_their_success_are_drawn_together_where_it_may_be_luck():
    rates = np.array([0.2, 0.4])
    few, many = np.full(2, 20.0), np.full(2, 20_000.0)
    # The same shares come true, once on 40 cases and once on 40,000.
    lucky = cautious_line(rates, rates * few, few, (0.3, 0.25)).corrected(rates)
    proven = cautious_line(rates, rates * many, many, (0.3, 0.25)).corrected(rates)
    assert proven == pytest.approx(rates, abs=0.005)
    assert 0.2 < lucky[0] < lucky[1] < 0.4
    assert lucky.mean() == pytest.approx(0.3, abs=0.02)
