"""BG/NBD and Gamma-Gamma against published numbers and a plain simulation."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.errors import NotEnoughCases
from analytics.models.clv import Histories, OrderModel, fit_orders, fit_values

CDNOW = Path(__file__).parents[1] / "data" / "cdnow.csv"


@pytest.fixture(scope="module")
def cdnow() -> pd.DataFrame:
    return pd.read_csv(CDNOW, comment="#")


def grouped(customers: pd.DataFrame) -> Histories:
    found = customers.groupby(["x", "t_x", "T"]).size().reset_index(name="count")
    return Histories(*(found[name].to_numpy(float) for name in ("x", "t_x", "T", "count")))


def test_bg_nbd_gives_the_published_parameters_of_cdnow(cdnow):
    # Fader, Hardie and Lee (2005), table 2.
    model = fit_orders(grouped(cdnow))
    assert (model.r, model.alpha, model.a, model.b) == pytest.approx((0.2426, 4.4136, 0.7929, 2.4259), rel=1e-3)
    assert model.log_likelihood == pytest.approx(-9582.43, abs=0.01)


def test_expected_orders_of_the_first_customer_are_the_published_ones(cdnow):
    # Fader, Hardie and Lee (2005), section 4: x = 2, t_x = 30.43, T = 38.86, 39 weeks ahead.
    model = fit_orders(grouped(cdnow))
    found = model.expected_orders(np.array([2.0]), np.array([30.43]), np.array([38.86]), 39.0)
    assert found[0] == pytest.approx(1.226, abs=0.001)


def test_gamma_gamma_gives_the_published_parameters_of_cdnow(cdnow):
    # Fader and Hardie (2013).
    repeated = cdnow[cdnow["x"] > 0]
    model = fit_values(repeated["x"].to_numpy(float), repeated["zbar"].to_numpy())
    assert (model.p, model.q, model.gamma) == pytest.approx((6.25, 3.74, 15.44), rel=2e-3)


def test_the_unit_of_time_changes_alpha_and_nothing_else(cdnow):
    weeks = fit_orders(grouped(cdnow))
    days = fit_orders(grouped(cdnow.assign(t_x=cdnow["t_x"] * 7, T=cdnow["T"] * 7)))
    assert (days.r, days.a, days.b) == pytest.approx((weeks.r, weeks.a, weeks.b), rel=1e-3)
    assert days.alpha == pytest.approx(weeks.alpha * 7, rel=1e-3)


def test_expected_orders_agree_with_a_simulation_of_the_story():
    model = OrderModel(r=0.8, alpha=6.0, a=0.9, b=3.0, log_likelihood=0.0)
    generator = np.random.default_rng(3)
    totals = [orders_within(generator, model, 20.0) for _ in range(40_000)]
    zero = np.zeros(1)
    assert model.expected_orders(zero, zero, zero, 20.0)[0] == pytest.approx(np.mean(totals), rel=0.03)


def test_one_time_buyers_alone_are_not_enough():
    ones = Histories(np.zeros(50), np.zeros(50), np.full(50, 30.0), np.ones(50))
    with pytest.raises(NotEnoughCases):
        fit_orders(ones)


def test_a_business_that_nobody_ever_leaves_cannot_be_estimated():
    repeats = np.arange(10.0, 60.0)
    steady = Histories(repeats, np.full(50, 99.9), np.full(50, 100.0), np.full(50, 10.0))
    with pytest.raises(NotEnoughCases):
        fit_orders(steady)


def test_values_that_rise_with_frequency_refuse_gamma_gamma():
    repeats = np.arange(1.0, 61.0)
    with pytest.raises(NotEnoughCases, match="correlation"):
        fit_values(repeats, 10 * repeats)


def orders_within(generator: np.random.Generator, model: OrderModel, horizon: float) -> int:
    """Repeat orders of one new customer, straight from the model's story."""
    rate = generator.gamma(model.r, 1 / model.alpha)
    leaving = generator.beta(model.a, model.b)
    now, orders = 0.0, 0
    while rate > 0:
        now += generator.exponential(1 / rate)
        if now > horizon:
            return orders
        orders += 1
        if generator.random() < leaving:
            return orders
    return orders
