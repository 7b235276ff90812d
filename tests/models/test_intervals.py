"""Ranges and tests of difference against an independent library."""

import numpy as np
import pytest
from scipy import stats

from analytics.models import intervals


@pytest.mark.parametrize(("successes", "trials"), [(0, 7), (3, 7), (7, 7), (12, 40), (1, 1000), (999, 1000)])
def test_wilson_agrees_with_scipy(successes, trials):
    expected = stats.binomtest(successes, trials).proportion_ci(0.90, method="wilson")
    assert intervals.wilson(successes, trials) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_a_rate_of_nothing_tried_has_no_range():
    assert intervals.wilson(0, 0) is None


def test_fisher_gives_the_lady_tasting_tea():
    # Fisher (1935): 3 of 4 against 1 of 4, two-sided 0.486.
    assert intervals.fisher(3, 4, 1, 4) == pytest.approx(0.4857, abs=1e-4)


def test_real_differences_follow_benjamini_and_hochberg():
    # Sorted p-values against 0.1 x rank / 5 = 0.02 0.04 0.06 0.08 0.1: the third holds, so the first three do.
    assert intervals.real_differences([0.01, 0.05, 0.9, 0.055, 0.5]) == [True, True, False, True, False]


@pytest.mark.parametrize("seed", range(5))
def test_real_differences_agree_with_statsmodels(seed):
    multitest = pytest.importorskip("statsmodels.stats.multitest", reason="statsmodels is not installed")
    # Some near 0, most of them chance; ties among them.
    p_values = np.round(np.random.default_rng(seed).beta(0.4, 1.0, 40), 3).tolist()
    expected = multitest.multipletests(p_values, alpha=0.10, method="fdr_bh")[0]
    assert intervals.real_differences(p_values) == expected.tolist()


@pytest.mark.parametrize(("successes", "trials"), [(3, 7), (12, 40), (1, 1000)])
def test_wilson_agrees_with_statsmodels(successes, trials):
    proportion = pytest.importorskip("statsmodels.stats.proportion", reason="statsmodels is not installed")
    expected = proportion.proportion_confint(successes, trials, alpha=0.10, method="wilson")
    assert intervals.wilson(successes, trials) == pytest.approx(expected, abs=1e-12)


def test_comparing_nothing_finds_nothing():
    assert intervals.real_differences([]) == []


def test_a_small_group_is_drawn_toward_the_pooled_rate():
    assert intervals.shrunk_rate(2, 2, pooled_rate=0.2, strength=10) == pytest.approx(4 / 12)
    assert intervals.shrunk_rate(0, 0, pooled_rate=0.2) == pytest.approx(0.2)


def test_rate_draws_have_the_quantiles_of_jeffreys_posterior():
    found = intervals.range_of(intervals.rate_draws(7, 20, seed=1, draws=200_000))
    assert (found.low, found.high) == pytest.approx(tuple(stats.beta(7.5, 13.5).ppf([0.1, 0.9])), abs=0.005)


def test_mean_draws_centre_on_the_mean_with_the_bootstrap_spread():
    values = np.array([10.0, 20.0, 60.0, 100.0])
    draws = intervals.mean_draws(values, seed=2, draws=100_000)
    assert draws.mean() == pytest.approx(47.5, abs=0.3)
    # Rubin (1981): variance of the Bayesian bootstrap mean is the population variance over n + 1.
    assert draws.var() == pytest.approx(values.var() / 5, rel=0.03)


def test_the_same_seed_gives_the_same_range():
    assert intervals.range_of(intervals.mean_draws([1, 5], seed=9)) == intervals.range_of(
        intervals.mean_draws([1, 5], seed=9)
    )
