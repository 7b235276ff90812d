"""Customer lifetime value (M6): a business that follows the model, and those that do not."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from analytics.questions import ask
from tests.filled import FilledStore
from tests.questions.buyers.made import orders_every

FIRST_DAY, DAYS = date(2022, 1, 1), 1460


def told(seed: int, customers: int = 500) -> str:
    """Orders of customers who order and leave as the model says, with values that have nothing to do with how often."""
    generator = np.random.default_rng(seed)
    lines = ["order_id | customer_id | ordered_at | revenue_amount"]
    for number in range(customers):
        rate, leaving, price = generator.gamma(1.2) / 60, generator.beta(0.8, 4), 600 / generator.gamma(4)
        day = float(generator.integers(0, DAYS // 2))
        for order in range(10**6):
            day = np.floor(day)
            value = generator.gamma(6, price / 6)
            lines.append(
                f"o{number}-{order} | c{number:03} | {FIRST_DAY + timedelta(days=int(day))} | {max(value, 1):.2f}"
            )
            day += 1 + generator.exponential(1 / rate)
            if generator.random() < leaving or day > DAYS:
                break
    return "\n".join(lines)


@pytest.fixture(scope="module")
def modelled():
    filled = FilledStore()
    filled.fill("orders", told(8))
    yield filled.open()
    filled.close()


def test_a_business_that_follows_the_model_passes_its_check(modelled):
    summary = ask(modelled, "buyers/lifetime_value").summary
    assert (summary["verdict"], summary["estimate_kind"], summary["value_kind"]) == ("holds", "model", "model")
    check = ask(modelled, "buyers/lifetime_check").summary
    assert check["model_miss"] < min(check["rhythm_miss"], check["same_miss"])
    assert check["estimate_count"] == pytest.approx(check["all_later_count"], rel=0.15)


def test_chances_orders_and_values_agree_with_lifetimes_to_a_percent(modelled):
    lifetimes = pytest.importorskip("lifetimes", reason="the development requirement lifetimes is not installed")
    everybody = modelled.rows("select * from customer_lifetimes", {}).astype({"mean_repeat_amount": float})
    parts = [everybody[name].astype(float) for name in ("repeat_order_count", "clv_recency_days", "age_days")]
    orders = lifetimes.BetaGeoFitter(penalizer_coef=0.0).fit(*parts)
    assert everybody["alive_rate"].astype(float).to_numpy() == pytest.approx(
        np.asarray(orders.conditional_probability_alive(*parts)), rel=0.01
    )
    assert everybody["next_year_orders"].astype(float).to_numpy() == pytest.approx(
        np.asarray(orders.conditional_expected_number_of_purchases_up_to_time(365, *parts)), rel=0.01
    )
    repeats, mean = parts[0], everybody["mean_repeat_amount"].fillna(0)
    values = lifetimes.GammaGammaFitter(penalizer_coef=0.0).fit(repeats[repeats > 0], mean[repeats > 0])
    assert everybody["expected_order_amount"].astype(float).to_numpy() == pytest.approx(
        values.conditional_expected_average_profit(repeats, mean).to_numpy(), rel=0.01
    )


def test_low_likely_and_high_stand_in_order_and_around_the_sum(modelled):
    rows = ask(modelled, "buyers/lifetime_value").rows
    assert (rows["clv_low_amount"] <= rows["clv_amount"]).all() and (
        rows["clv_amount"] <= rows["clv_high_amount"]
    ).all()
    assert (rows["low_order_count"] <= rows["high_order_count"]).all()
    summary = ask(modelled, "buyers/lifetime_value").summary
    assert summary["total_low_amount"] < summary["total_amount"] < summary["total_high_amount"]


def test_eight_in_ten_ranges_of_the_hold_out_would_have_held():
    # The same business, of which the last year is not loaded: what came lies within the ranges of those listed.
    lines = told(6).splitlines()
    cut = FIRST_DAY + timedelta(days=DAYS - 365)
    known = [line for line in lines[1:] if date.fromisoformat(line.split("|")[2].strip()) <= cut]
    later = pd.DataFrame([line.split(" | ") for line in lines[1:] if line not in set(known)], columns=range(4))
    filled = FilledStore()
    rows = ask(filled.fill("orders", "\n".join([lines[0], *known])).open(), "buyers/lifetime_value").rows
    filled.close()
    came = later.astype({3: float}).groupby(1)[3].sum().reindex(rows["customer_id"]).fillna(0).to_numpy()
    held = (came >= rows["clv_low_amount"].astype(float)) & (came <= rows["clv_high_amount"].astype(float))
    assert 0.7 <= held.mean() <= 0.95


def test_too_few_repeat_customers_go_by_their_own_rhythm(store):
    # 12 customers order every 100 days for 50 each; everybody who could come back did. Their gap promises 365 / 100
    # orders a year; in the last year, which begins with the day after an order, four of each came.
    for number in range(12):
        store.fill("orders", orders_every(f"c{number:02}", "2021-01-01", 20, 100, revenue=50))
    answer = ask(store.open(), "buyers/lifetime_value")
    assert (answer.summary["verdict"], answer.summary["estimate_kind"]) == ("too_few_repeat", "own_rhythm")
    steady = answer.rows.set_index("customer_id").loc["c00"]
    assert steady["next_year_orders"] == pytest.approx(4)
    assert float(steady["clv_amount"]) == pytest.approx(200)
    assert pd.isna(steady["alive_rate"])
    assert "too few for a model" in answer.headline
    assert "not tried" in answer.headline


def test_the_simplest_estimate_stands_where_it_misses_least(store):
    # 40 customers order each 73 days, five times a year: last year's five orders come again, nothing can miss less.
    for number in range(40):
        store.fill("orders", orders_every(f"c{number:02}", "2020-01-01", 26, 73, revenue=50))
    store.fill("orders", orders_every("once", "2020-01-01", 1, 1))
    summary = ask(store.open(), "buyers/lifetime_check").summary
    assert (summary["estimate_kind"], summary["same_miss"]) == ("no_change", pytest.approx(0, abs=0.01))
    assert (summary["estimate_count"], summary["all_later_count"]) == (200, 200)


def test_values_that_go_with_frequency_are_each_customers_own_mean():
    # Who orders more often pays more each time: the model of order values does not hold.
    filled = FilledStore()
    for number in range(40):
        filled.fill(
            "orders", orders_every(f"c{number:02}", "2024-01-01", 2 + number // 4, 30, revenue=100 + 50 * number)
        )
    answer = ask(filled.open(), "buyers/lifetime_value")
    filled.close()
    assert (answer.summary["value_kind"], answer.summary["value_state"]) == ("own_mean", "correlated")
    assert answer.summary["correlation"] > 0.9
    assert (answer.rows["expected_order_amount"] == answer.rows["mean_order_amount"]).all()
    assert any("go together" in finding.why_sure for finding in answer.findings)


def test_a_first_order_unlike_the_others_is_not_what_the_next_is_worth(store):
    # Too few came back for the model of values: a machine for 10,000, then beans for 600.
    for number in range(12):
        key = f"c{number:02}"
        store.fill("orders", orders_every(key, "2024-01-31", 4, 30, revenue=600))
        store.fill(
            "orders", f"order_id | customer_id | ordered_at | revenue_amount\nm{key} | {key} | 2024-01-01 | 10000"
        )
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\no | once | 2024-02-01 | 10000")
    rows = ask(store.open(), "buyers/lifetime_value").rows.set_index("customer_id")
    assert rows.loc["c00", ["expected_order_amount", "mean_order_amount"]].astype(float).tolist() == [600, 2480]
    assert float(rows.loc["once", "expected_order_amount"]) == 10000


def test_one_time_buyers_alone_are_not_enough(store):
    for number in range(40):
        store.fill("orders", orders_every(f"once{number}", f"2024-0{1 + number % 9}-01", 1, 1))
    missing = ask(store.open(), "buyers/lifetime_value").not_enough
    assert (missing.have, missing.need) == (0, 10)


def test_a_customer_who_got_everything_back_is_expected_to_pay_nothing(store):
    for number in range(12):
        store.fill("orders", orders_every(f"c{number:02}", "2021-01-01", 20, 100, revenue=50))
    store.fill("orders", orders_every("back", "2024-01-01", 2, 100, revenue=80))
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\nr | back | 2024-06-01 | -200")
    rows = ask(store.open(), "buyers/lifetime_value").rows.set_index("customer_id")
    assert float(rows.loc["back", "expected_order_amount"]) == 0


def test_a_history_of_months_goes_on_for_a_year_at_its_pace(store):
    """Forty customers order on two days within 100 days of history: no year before them is there to come again."""
    for number in range(40):
        store.fill("orders", orders_every(f"c{number:02}", "2026-01-01", 2, 99))
    answer = ask(store.open(), "buyers/lifetime_value")
    assert answer.summary["estimate_kind"] == "no_change"
    assert answer.rows["next_year_orders"].astype(float).tolist() == pytest.approx([2 * 3.65] * 40)


@pytest.mark.parametrize(("days", "is_told"), [(8, False), (88, False), (89, True)])
def test_a_history_of_a_few_days_is_not_stretched_to_a_year(store, days, is_told):
    for number in range(40):
        store.fill("orders", orders_every(f"c{number:02}", "2026-01-01", 2, days))
    opened = store.open()
    answer = ask(opened, "buyers/lifetime_value")
    assert (answer.not_enough is None) == is_told
    assert answer.rows["next_year_orders"].notna().all() == is_told
    topics = ask(opened, "buyers/customer").rows.set_index("topic")
    assert (topics.loc["Next 12 months", "answer"] == "unknown") != is_told
