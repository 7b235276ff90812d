"""Gamma-Gamma against published numbers and an independent library."""

import numpy as np
import pandas as pd
import pytest

from analytics.errors import NotEnoughCases
from analytics.models.order_value import MeanValues, fit_values
from tests.models.test_clv import CDNOW


@pytest.fixture(scope="module")
def cdnow() -> MeanValues:
    customers = pd.read_csv(CDNOW, comment="#").query("x > 0")
    return MeanValues(customers["x"].to_numpy(float), customers["zbar"].to_numpy(), np.ones(len(customers)))


def test_gamma_gamma_gives_the_published_parameters_of_cdnow(cdnow):
    # Fader and Hardie (2013).
    model = fit_values(cdnow)
    assert (model.p, model.q, model.gamma) == pytest.approx((6.25, 3.74, 15.44), rel=2e-3)


def test_parameters_and_values_agree_with_lifetimes_to_a_percent(cdnow):
    lifetimes = pytest.importorskip("lifetimes", reason="the development requirement lifetimes is not installed")
    repeats, mean_amount = pd.Series(cdnow.repeat_order_count), pd.Series(cdnow.mean_amount)
    theirs = lifetimes.GammaGammaFitter(penalizer_coef=0.0).fit(repeats, mean_amount)
    ours = fit_values(cdnow)
    assert (ours.p, ours.q, ours.gamma) == pytest.approx(tuple(theirs.params_), rel=0.01)
    expected = theirs.conditional_expected_average_profit(repeats, mean_amount)
    assert ours.expected_value(cdnow.repeat_order_count, cdnow.mean_amount) == pytest.approx(expected, rel=0.01)


def test_groups_of_one_percent_move_no_parameter_by_a_percent(cdnow):
    bins = np.round(np.log(cdnow.mean_amount), 2)
    customers = pd.DataFrame({"x": cdnow.repeat_order_count, "bin": bins, "z": cdnow.mean_amount})
    found = customers.groupby(["x", "bin"])["z"].agg(["mean", "size"]).reset_index()
    grouped = fit_values(MeanValues(*(found[name].to_numpy(float) for name in ("x", "mean", "size"))))
    exact = fit_values(cdnow)
    assert (grouped.p, grouped.q, grouped.gamma) == pytest.approx((exact.p, exact.q, exact.gamma), rel=0.01)


def test_values_that_rise_with_frequency_refuse_gamma_gamma():
    repeats = np.arange(1.0, 61.0)
    with pytest.raises(NotEnoughCases, match="correlation 1.00") as error:
        fit_values(MeanValues(repeats, 10 * repeats, np.ones(60)))
    assert error.value.code == "correlated"


def test_orders_that_all_cost_the_same_are_expected_to_cost_that():
    repeats = np.tile([1.0, 2.0, 3.0], 20)
    model = fit_values(MeanValues(repeats, np.full(60, 100.0), np.ones(60)))
    assert model.expected_value(np.array([0.0, 3.0]), np.array([0.0, 100.0])) == pytest.approx([100, 100], rel=0.01)


def test_a_handful_of_repeat_customers_is_not_enough():
    with pytest.raises(NotEnoughCases, match="29 customers"):
        fit_values(MeanValues(np.ones(29), np.linspace(10, 50, 29), np.ones(29)))
