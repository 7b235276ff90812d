"""BG/NBD against published numbers, an independent library and a plain simulation."""

import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analytics.errors import NotEnoughCases
from analytics.models.clv import Histories, OrderModel
from analytics.models.clv_fit import fit_orders

CDNOW = Path(__file__).parents[1] / "data" / "cdnow.csv"


@pytest.fixture(scope="module")
def cdnow() -> pd.DataFrame:
    return pd.read_csv(CDNOW, comment="#")


def grouped(customers: pd.DataFrame) -> Histories:
    found = customers.groupby(["x", "t_x", "T"]).size().reset_index(name="count")
    return Histories(*(found[name].to_numpy(float) for name in ("x", "t_x", "T", "count")))


def one(repeats: float, recency: float, age: float) -> Histories:
    return Histories(*(np.array([value], dtype=float) for value in (repeats, recency, age, 1)))


def test_bg_nbd_gives_the_published_parameters_of_cdnow(cdnow):
    # Fader, Hardie and Lee (2005), table 2.
    model = fit_orders(grouped(cdnow))
    assert (model.r, model.alpha, model.a, model.b) == pytest.approx((0.2426, 4.4136, 0.7929, 2.4259), rel=1e-3)
    assert model.log_likelihood == pytest.approx(-9582.43, abs=0.01)


def test_expected_orders_of_the_first_customer_are_the_published_ones(cdnow):
    # Fader, Hardie and Lee (2005), section 4: x = 2, t_x = 30.43, T = 38.86, 39 weeks ahead.
    found = fit_orders(grouped(cdnow)).forecast(one(2, 30.43, 38.86), 39.0)
    assert found.mean[0] == pytest.approx(1.226, abs=0.001)


def test_parameters_chances_and_orders_agree_with_lifetimes_to_a_percent(cdnow):
    lifetimes = pytest.importorskip("lifetimes", reason="the development requirement lifetimes is not installed")
    theirs = lifetimes.BetaGeoFitter(penalizer_coef=0.0).fit(cdnow["x"], cdnow["t_x"], cdnow["T"])
    ours, histories = fit_orders(grouped(cdnow)), grouped(cdnow)
    parts = (histories.repeat_order_count, histories.recency, histories.age)
    assert (ours.r, ours.alpha, ours.a, ours.b) == pytest.approx(tuple(theirs.params_), rel=0.01)
    assert ours.alive_rate(histories) == pytest.approx(theirs.conditional_probability_alive(*parts), rel=0.01)
    expected = theirs.conditional_expected_number_of_purchases_up_to_time(52, *parts)
    assert ours.forecast(histories, 52.0).mean == pytest.approx(np.asarray(expected), rel=0.01)


def test_the_unit_of_time_changes_alpha_and_nothing_else(cdnow):
    weeks = fit_orders(grouped(cdnow))
    days = fit_orders(grouped(cdnow.assign(t_x=cdnow["t_x"] * 7, T=cdnow["T"] * 7)))
    assert (days.r, days.a, days.b) == pytest.approx((weeks.r, weeks.a, weeks.b), rel=1e-3)
    assert days.alpha == pytest.approx(weeks.alpha * 7, rel=1e-3)


def test_the_forecast_agrees_with_a_simulation_of_the_story():
    model = OrderModel(r=0.8, alpha=6.0, a=0.9, b=3.0, log_likelihood=0.0)
    generator = np.random.default_rng(3)
    totals = [orders_within(generator, model, 20.0) for _ in range(40_000)]
    found = model.forecast(one(0, 0, 0), 20.0)
    assert found.mean[0] == pytest.approx(np.mean(totals), rel=0.03)
    assert found.variance[0] == pytest.approx(np.var(totals), rel=0.05)
    ends = (found.low[0], found.likely[0], found.high[0])
    assert ends == tuple(np.quantile(totals, [0.1, 0.5, 0.9], method="inverted_cdf"))


def test_whoever_was_quiet_for_a_lifetime_is_gone_without_a_number_running_over():
    model = OrderModel(r=50.0, alpha=1.0, a=0.9, b=3.0, log_likelihood=0.0)
    found = model.forecast(one(400, 400, 400_000), 365.0)
    assert (found.alive_rate[0], found.mean[0]) == (pytest.approx(0, abs=1e-12), pytest.approx(0, abs=1e-6))


def test_one_time_buyers_alone_are_not_enough():
    ones = Histories(np.zeros(50), np.zeros(50), np.full(50, 30.0), np.ones(50))
    with pytest.raises(NotEnoughCases) as error:
        fit_orders(ones)
    assert error.value.code == "too_few_repeat"


def test_a_business_that_nobody_ever_leaves_cannot_be_estimated():
    repeats = np.arange(10.0, 60.0)
    steady = Histories(repeats, np.full(50, 99.9), np.full(50, 100.0), np.full(50, 10.0))
    with pytest.raises(NotEnoughCases) as error:
        fit_orders(steady)
    assert error.value.code == "no_optimum"


def test_a_million_customers_are_fitted_within_three_seconds():
    histories = many(1_000_000)
    assert histories.customer_count.sum() == 1_000_000
    started = time.perf_counter()
    model = fit_orders(histories)
    assert time.perf_counter() - started < 3
    assert (model.r, model.a, model.b) == pytest.approx((0.8, 0.9, 3.0), rel=0.1)


def many(customers: int) -> Histories:
    """Histories of the model's own story over three years, in days, grouped by week as publishing groups them."""
    generator = np.random.default_rng(11)
    rate, leaving = generator.gamma(0.8, 1 / 150.0, customers), generator.beta(0.9, 3.0, customers)
    age = generator.integers(30, 1096, customers).astype(float)
    now, repeats, last, active = np.zeros(customers), np.zeros(customers), np.zeros(customers), np.ones(customers, bool)
    while active.any():
        now += np.where(active, generator.exponential(1, customers) / np.maximum(rate, 1e-12), 0)
        active &= now <= age
        repeats, last = repeats + active, np.where(active, now, last)
        active &= generator.random(customers) >= leaving
    frame = pd.DataFrame({"x": repeats, "t_x": (last / 7).round() * 7, "T": (age / 7).round() * 7})
    return grouped(frame)


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
