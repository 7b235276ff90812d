"""Money that prospects would bring: hand-checkable limits of the simulations."""

import numpy as np
import pytest

from analytics.models.intervals import Range
from analytics.models.scoring_value import (
    amount_draws,
    stake_range,
    worth_of_range,
)


def test_the_mean_of_many_amounts_is_drawn_with_its_standard_error():
    draws = amount_draws(mean=1000, deviation=400, count=100, seed=1)
    assert np.mean(draws) == pytest.approx(1000, rel=0.01)
    assert np.std(draws) == pytest.approx(40, rel=0.1)
    assert draws.min() > 0


def test_it_agrees_with_the_bootstrap_of_the_amounts_themselves():
    amounts = np.random.default_rng(2).lognormal(7, 0.8, 60)
    weights = np.random.default_rng(3).multinomial(60, np.full(60, 1 / 60), 4000)
    bootstrap = np.quantile(weights @ amounts / 60, [0.1, 0.5, 0.9])
    drawn = np.quantile(amount_draws(amounts.mean(), amounts.std(ddof=1), 60, seed=4), [0.1, 0.5, 0.9])
    assert drawn == pytest.approx(bootstrap, rel=0.03)


def test_equal_amounts_leave_nothing_to_chance():
    assert set(amount_draws(mean=500, deviation=0, count=12, seed=1)) == {500}


def test_the_worth_of_many_is_their_money_times_the_rate_at_which_leads_bought():
    money = [Range(90, 100, 110)] * 100
    found = worth_of_range(money, [(200, 1000)] * 100, seed=1)
    assert found.likely == pytest.approx(2000, rel=0.05)
    assert found.low < 1700 and found.high > 2300


def test_leads_past_their_window_get_the_rate_of_such_leads():
    money = [Range(90, 100, 110)] * 100
    assert worth_of_range(money, [(0, 1000)] * 100, seed=1).likely == 0


def test_without_ten_past_leads_nothing_is_priced():
    assert worth_of_range([Range(1, 2, 3)], [(5, 9)], seed=1) is None
    assert worth_of_range([], [], seed=1) is None


def test_what_is_at_stake_is_the_amount_at_the_own_win_rate():
    found = stake_range(10_000, deal_count=40, won=(50, 100), seed=1)
    assert found.likely == pytest.approx(5000, rel=0.05)
    assert found.low < 4300 and found.high > 5700
    assert stake_range(10_000, deal_count=40, won=(5, 9), seed=1) is None
    assert stake_range(0, deal_count=0, won=(50, 100), seed=1) is None
