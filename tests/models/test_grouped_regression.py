"""Logistic and Poisson regression on grouped cases, against closed forms and against long-hand optimisation."""

import time

import numpy as np
import pytest
from scipy.optimize import minimize

from analytics.models.grouped_cases import Grouped, learn_attributes
from analytics.models.grouped_regression import fit_numbers, fit_shares


def made(seed: int, count: int, attributes: int, values: int, telling: int = 2) -> tuple[Grouped, np.ndarray]:
    """Single cases whose first attributes tell, with the true chance of each."""
    random = np.random.default_rng(seed)
    codes = random.integers(-1, values, (count, attributes))
    effects = [np.append(random.normal(0, 0.8 * (place < telling), values), 0.0) for place in range(attributes)]
    rates = 1 / (1 + np.exp(1 - sum(effect[codes[:, place]] for place, effect in enumerate(effects))))
    happened = (random.random(count) < rates).astype(float)
    return Grouped(codes, (values,) * attributes, happened, np.ones(count)), rates


def test_without_attributes_the_rate_is_the_one_counted():
    cases = Grouped(np.empty((1, 0), int), (), np.array([30.0]), np.array([100.0]))
    assert fit_shares(cases).expected(np.empty((1, 0), int)) == pytest.approx(0.30, abs=1e-6)
    assert fit_numbers(cases).expected(np.empty((1, 0), int)) == pytest.approx(0.30, abs=1e-6)


def test_grouped_and_single_cases_give_the_same_effects():
    cases, _ = made(1, 2000, 2, 3)
    looks, places = np.unique(cases.codes, axis=0, return_inverse=True)
    places = places.reshape(-1)
    grouped = Grouped(looks, cases.sizes, np.bincount(places, cases.events), np.bincount(places).astype(float))
    assert fit_shares(grouped).linear(looks) == pytest.approx(fit_shares(cases).linear(looks), abs=1e-4)


def test_much_data_gives_the_true_chances_and_an_attribute_that_tells_nothing_counts_for_nothing():
    cases, rates = made(2, 40_000, 4, 5)
    found, known = fit_shares(cases), (cases.codes >= 0).all(axis=1)
    assert np.abs(found.expected(cases.codes) - rates)[known].max() < 0.05
    assert np.abs(found.effects[3]).max() < 0.1 < np.abs(found.effects[0]).max()


def test_it_is_as_good_as_maximising_the_likelihood_by_another_hand():
    cases, _ = made(3, 60_000, 2, 3)
    design = np.column_stack([np.ones(len(cases.codes)), *(cases.codes[:, j] == v for j in range(2) for v in range(3))])

    def loss(weights):
        linear = design @ weights
        return (np.logaddexp(0, linear).sum() - cases.events @ linear) / 1e3 + 1e-7 * weights @ weights

    plain = minimize(loss, np.zeros(7), method="L-BFGS-B").x
    looks = np.array([[0, 1], [2, 2], [1, 0]])
    rows = np.column_stack([np.ones(3), *(looks[:, j] == v for j in range(2) for v in range(3))])
    assert fit_shares(cases).linear(looks) == pytest.approx(rows @ plain, abs=0.08)


def test_an_unknown_moves_nothing_even_where_the_empty_cell_gives_the_outcome_away():
    # The industry was noted only for those who bought: an empty cell would tell everything.
    codes = np.array([[0], [1], [-1]])
    cases = Grouped(codes, (2,), np.array([50.0, 50.0, 0.0]), np.array([50.0, 50.0, 100.0]))
    found = fit_shares(cases)
    assert found.effects[0] == pytest.approx([0.0, 0.0], abs=1e-6)
    assert found.expected(codes) == pytest.approx(np.full(3, 0.5), abs=1e-6)


def test_orders_are_counted_per_watched_time():
    # Whoever was watched half as long had half the orders: the same rate.
    cases = Grouped(np.array([[0], [0], [1]]), (2,), np.array([400.0, 200.0, 100.0]), np.array([100.0, 50.0, 100.0]))
    found = fit_numbers(cases)
    assert found.expected(np.array([[0], [1]])) == pytest.approx([4.0, 1.0], rel=0.12)


def test_orders_that_come_in_bunches_widen_the_range():
    random = np.random.default_rng(5)
    codes, ones = random.integers(0, 2, (500, 1)), np.ones(500)
    even = Grouped(codes, (2,), random.poisson(2.0, 500).astype(float), ones)
    bunched = Grouped(codes, (2,), random.poisson(random.gamma(0.2, 10.0, 500)).astype(float), ones)
    look = np.array([[0]])
    assert fit_numbers(even).dispersion < 1.3 < 5 < fit_numbers(bunched).dispersion
    assert fit_numbers(bunched).deviation(look)[0] > 1.5 * fit_numbers(even).deviation(look)[0]


def test_what_is_not_known_of_somebody_widens_the_range():
    cases, _ = made(6, 5000, 2, 4)
    found = fit_shares(cases)
    known, unknown = found.deviation(np.array([[0, 0], [-1, 0]]))
    assert unknown > known


def test_rare_values_count_as_not_known():
    found = learn_attributes(["industry"], [["a", "b", None, "a"]], np.array([5.0, 4.0, 9.0, 3.0]))
    assert found.values == (("a",),)
    assert found.codes([["b", "a", None, "z"]]).tolist() == [[-1], [0], [-1], [-1]]


def test_a_hundred_thousand_leads_with_twelve_attributes_take_less_than_five_seconds():
    cases, _ = made(7, 100_000, 12, 6)
    begun = time.process_time()
    fit_shares(cases)
    assert time.process_time() - begun < 5
