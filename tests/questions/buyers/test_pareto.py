"""Best buyers (M1): numbers that can be checked by hand."""

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from analytics.questions.buyers import pareto
from tests.questions.buyers.made import orders_every

FIVE = """
    order_id | customer_id | customer_name | ordered_at | revenue_amount | cost_amount | is_refund
    o1       | c1          | Ann           | 2026-01-10 | 700            | 300         |
    o2       | c2          | Bo            | 2026-01-11 | 150            | 200         |
    o3       | c3          | Cy            | 2026-01-12 | 100            |             |
    o4       | c4          | Di            | 2026-01-13 | 30             | 10          |
    o5       | c5          | O'Brien       | 2026-01-14 | 20             | 10          |
"""


def ask_pareto(store, **filters):
    return ask(store.open(), "buyers/pareto", Filters(**filters))


def test_both_readings_of_80_20(store):
    answer = ask_pareto(store.fill("orders", FIVE))
    assert answer.summary["top_fifth_count"] == 1
    assert answer.summary["top_fifth_revenue_rate"] == pytest.approx(0.7)
    assert answer.summary["vital_few_count"] == 2
    assert answer.summary["vital_few_revenue_rate"] == pytest.approx(0.85)
    assert answer.rows["name"].tolist() == ["Ann", "Bo", "Cy", "Di", "O'Brien"]
    assert answer.rows["is_vital_few"].tolist() == [True, True, False, False, False]


def test_a_refund_nets_out_and_can_change_who_is_first(store):
    refund = """
        order_id | customer_id | ordered_at | revenue_amount | is_refund
        r1       | c1          | 2026-01-20 | -600           | true
    """
    answer = ask_pareto(store.fill("orders", FIVE).fill("orders", refund))
    assert answer.rows["name"].tolist() == ["Bo", "Ann", "Cy", "Di", "O'Brien"]
    assert answer.rows["revenue_amount"].tolist()[:3] == [Decimal("150.00"), Decimal("100.00"), Decimal("100.00")]
    assert answer.rows["order_count"].tolist()[1] == 1


def test_money_given_back_is_no_order_that_ends_a_silence(store):
    """Ann orders every 30 days until April and gets 20 back in December: she is quiet, whatever is filtered."""
    store.fill("orders", orders_every("Ann", "2025-01-01", 4, 30)).fill(
        "orders", orders_every("Bo", "2025-01-01", 13, 30)
    )
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\nr1 | Ann | 2025-12-20 | -20")
    opened = store.open()
    for chosen in (Filters(), Filters(period_start=date(2020, 1, 1))):
        ann = ask(opened, "buyers/pareto", chosen).rows.set_index("customer_id").loc["Ann"]
        assert (ann["last_order_date"], ann["is_quiet"]) == (date(2025, 4, 1), True)


def test_equal_revenue_goes_by_customer_id(store):
    orders = """
        order_id | customer_id | ordered_at | revenue_amount
        o1       | b           | 2026-01-01 | 10
        o2       | a           | 2026-01-02 | 10
        o3       | c           | 2026-01-03 | 10
    """
    assert ask_pareto(store.fill("orders", orders)).rows["customer_id"].tolist() == ["a", "b", "c"]


def test_profit_is_unknown_when_one_cost_is_missing(store):
    rows = ask_pareto(store.fill("orders", FIVE)).rows
    assert rows["profit_amount"].tolist()[:2] == [Decimal("400.00"), Decimal("-50.00")]
    assert pd.isna(rows["profit_amount"].tolist()[2])


def test_the_period_and_the_as_of_date_leave_out_what_lies_outside(store):
    store.fill("orders", FIVE)
    period = ask_pareto(store, period_start=date(2026, 1, 11), period_end=date(2026, 1, 13))
    assert period.rows["name"].tolist() == ["Bo", "Cy"]
    assert period.reconcile.amount_loaded == Decimal("1000.00")
    assert period.reconcile.amount_answered == Decimal("250.00")


def test_an_earlier_as_of_date_knows_nothing_of_later_orders(store):
    answer = ask_pareto(store.fill("orders", FIVE), as_of=date(2026, 1, 12))
    assert answer.rows["name"].tolist() == ["Ann", "Bo", "Cy"]
    assert answer.rows["days_since_last_order"].tolist() == [2, 1, 0]


def test_filtered_and_unfiltered_ways_agree(store):
    store.fill("orders", FIVE)
    opened = store.open()
    whole = ask(opened, "buyers/pareto").rows
    by_period = ask(opened, "buyers/pareto", Filters(period_start=date(2020, 1, 1))).rows
    pd.testing.assert_frame_equal(whole, by_period)


def test_orders_alone_are_matched_by_email_and_by_name(store):
    orders = """
        order_id | customer_name | email       | ordered_at | revenue_amount
        o1       | Ann Lee       | ann@lee.com | 2026-01-01 | 10
        o2       | Ann Lee Ltd   | ann@lee.com | 2026-01-02 | 5
        o3       | Bo Berg       |             | 2026-01-03 | 7
        o4       | BO BERG       |             | 2026-01-04 | 1
    """
    rows = ask_pareto(store.fill("orders", orders)).rows
    assert rows["revenue_amount"].tolist() == [Decimal("15.00"), Decimal("8.00")]
    assert rows["order_count"].tolist() == [2, 2]


def test_under_five_customers_there_is_not_enough(store):
    orders = """
        order_id | customer_id | ordered_at | revenue_amount
        o1       | a           | 2026-01-01 | 10
    """
    missing = ask_pareto(store.fill("orders", orders)).not_enough
    assert (missing.have, missing.need) == (1, 5)


def test_the_quiet_vital_few_are_priced_at_the_rate_at_which_quiet_ones_returned(store):
    store.fill("orders", _monthly_buyers(gone_quiet=3, steady=9))
    answer = ask_pareto(store)
    quiet = answer.findings[0]
    spells, returned = answer.summary["quiet_spell_count"], answer.summary["quiet_returned_count"]
    assert spells == 12 and returned == 12
    assert quiet.people_count == 3
    # 3 customers x 500 each x a return rate near 1: Jeffreys' posterior of 12 of 12 keeps P50 at 1,500.
    assert quiet.money.likely == Decimal("1500.00")
    assert quiet.certainty == "medium"


def test_too_few_earlier_quiet_spells_give_names_but_no_money(store):
    store.fill("orders", _monthly_buyers(gone_quiet=3, steady=2))
    quiet = ask_pareto(store).findings[0]
    assert quiet.money is None
    assert quiet.certainty == "low"
    assert len(quiet.people) == 3


def test_the_range_of_the_top_fifth_covers_what_resampling_gives(store):
    amounts = np.round(np.random.default_rng(5).lognormal(6, 1.1, 300), 2)
    lines = [f"o{n} | c{n:03} | 2026-01-01 | {amount}" for n, amount in enumerate(amounts)]
    store.fill("orders", "\n".join(["order_id | customer_id | ordered_at | revenue_amount", *lines]))
    summary = ask_pareto(store).summary
    generator = np.random.default_rng(6)
    shares = []
    for _ in range(2000):
        drawn = np.sort(generator.choice(amounts, len(amounts)))[::-1]
        shares.append(drawn[:60].sum() / drawn.sum())
    low, high = np.quantile(shares, [0.05, 0.95])
    assert summary["top_fifth_low_rate"] == pytest.approx(low, abs=0.02)
    assert summary["top_fifth_high_rate"] == pytest.approx(high, abs=0.02)


def test_the_headline_says_counts_money_and_range(store):
    text = ask_pareto(store.fill("orders", FIVE)).headline
    assert "2 of 5 customers" in text and "1,000" in text and "70%" in text


def test_figure_draws_the_vital_few_apart(store):
    names = [trace.name for trace in pareto.figure(ask_pareto(store.fill("orders", FIVE)).rows).data]
    assert names[:2] == ["Vital few", "Other customers"]


def _monthly_buyers(gone_quiet: int, steady: int) -> str:
    """Customers who buy every 30 days, each with one half-year pause in 2023; some, who pay 500, stop in 2025."""
    lines = ["order_id | customer_id | ordered_at | revenue_amount"]
    for number in range(gone_quiet + steady):
        last = pd.Timestamp("2025-06-01") if number < gone_quiet else pd.Timestamp("2026-06-01")
        amount = 500 if number < gone_quiet else 100
        days = [*pd.date_range("2022-01-01", "2023-01-01", freq="30D"), *pd.date_range("2023-07-01", last, freq="30D")]
        lines += [f"o{number}-{n} | c{number:02} | {day:%Y-%m-%d} | {amount}" for n, day in enumerate(days)]
    return "\n".join(lines)


def test_the_largest_customer_who_has_gone_quiet_is_called_and_not_met_before_the_next_order(store):
    store.fill("orders", orders_every("large", "2024-01-01", 3, 30, revenue=5000))
    store.fill("orders", orders_every("small", "2024-01-01", 20, 30))
    steps = {each.sentence[:12]: each.next_step for each in ask_pareto(store).findings}
    assert steps["One customer"].startswith("Call them and ask what changed")


def test_whoever_ordered_once_has_no_usual_gap_and_is_not_called_quiet(store):
    contracts = [orders_every(f"contract{n}", "2024-01-01", 24, 30, revenue=100) for n in range(6)]
    contracts.append(orders_every("stopped", "2024-01-01", 12, 30, revenue=500))
    for lines in contracts:
        store.fill("orders", lines)
    store.fill("orders", orders_every("project", "2025-01-01", 1, 30, revenue=9000))
    answer = ask_pareto(store)
    project = answer.rows.set_index("customer_id").loc["project"]
    assert pd.isna(project["usual_gap_days"]) and pd.isna(project["is_quiet"])
    quiet, *others = answer.findings
    assert [person.name for person in quiet.people] == ["stopped"] and quiet.people_count == 1
    assert all(
        person.name != "project" for each in others if "not gone quiet" in each.sentence for person in each.people
    )


def test_no_price_is_put_on_quiet_customers_of_whom_nobody_ever_came_back(store):
    for n in range(12):
        store.fill("orders", orders_every(f"left{n}", "2023-01-01", 6, 30, revenue=500))
    for n in range(3):
        store.fill("orders", orders_every(f"stays{n}", "2023-01-01", 40, 30, revenue=100))
    answer = ask_pareto(store)
    assert (answer.summary["quiet_spell_count"], answer.summary["quiet_returned_count"]) == (12, 0)
    quiet = answer.findings[0]
    assert (quiet.money, quiet.certainty, quiet.people_count) == (None, "low", 9)


@pytest.mark.parametrize("revenue", [0, -5])
def test_nobody_has_a_share_where_there_is_no_revenue(store, revenue):
    for n in range(6):
        store.fill("orders", orders_every(f"free{n}", "2025-01-01", 3, 30 + n, revenue=revenue))
    answer = ask_pareto(store)
    assert answer.headline == "6 customers brought no revenue in all: nobody has a share of it."
    assert answer.findings == []


def test_the_range_of_the_top_fifth_holds_their_share_where_others_gave_back_more_than_they_bought(store):
    for n in range(9):
        store.fill("orders", orders_every(f"buys{n}", "2025-01-01", 3, 30, revenue=100))
    for n in range(9):
        store.fill("orders", orders_every(f"returns{n}", "2025-01-01", 3, 30, revenue=-80))
    summary = ask_pareto(store).summary
    # Four of 18 gave 1,200 of 540 in all.
    assert summary["top_fifth_revenue_rate"] == pytest.approx(1200 / 540)
    assert summary["top_fifth_low_rate"] <= summary["top_fifth_revenue_rate"] <= summary["top_fifth_high_rate"]
