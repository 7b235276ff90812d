"""Segments by recency, frequency and money (M4): numbers that can be checked by hand."""

from decimal import Decimal
from itertools import product

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from analytics.questions.buyers import rfm_people
from analytics.workspace.choices import DEFAULTS
from tests.questions.buyers.made import HEADER, orders_every


def ask_people(store, *customers):
    for text in customers:
        store.fill("orders", text)
    return ask(store.open(), "buyers/rfm_people").rows.set_index("customer_id")


def test_equal_customers_get_equal_scores(store):
    twins = [orders_every(f"twin{n}", "2026-01-01", 1, 30, revenue=100) for n in range(30)]
    rows = ask_people(store, *twins, orders_every("other", "2026-01-01", 3, 30))
    found = rows.loc[rows.index.str.startswith("twin"), ["recency_score", "frequency_score", "monetary_score"]]
    assert len(found.drop_duplicates()) == 1


def test_recency_counts_in_median_gaps_of_the_business(store):
    # One customer orders every 10 days up to the last day: the median gap is 10 days.
    rows = ask_people(
        store,
        orders_every("steady", "2026-01-01", 11, 10),  # last on 11 April, 0 days ago
        orders_every("nine", "2026-04-02", 1, 1),
        orders_every("ten", "2026-04-01", 1, 1),
        orders_every("twenty", "2026-03-22", 1, 1),
        orders_every("forty", "2026-03-02", 1, 1),
        orders_every("eighty", "2026-01-21", 1, 1),
    )
    assert rows["recency_score"].reindex(["steady", "nine", "ten", "twenty", "forty", "eighty"]).tolist() == [
        5, 5, 4, 3, 2, 1,
    ]  # fmt: skip


@pytest.mark.parametrize(("orders", "score"), [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (9, 4), (10, 5), (25, 5)])
def test_frequency_counts_orders(store, orders, score):
    rows = ask_people(store, orders_every("a", "2026-01-01", orders, 5))
    assert rows.loc["a", "frequency_score"] == score


def test_money_goes_by_the_share_that_larger_customers_give(store):
    # 50, 30, 15, 4 and 1 of 100: above them stand 0, 50, 80, 95 and 99 %.
    amounts = {"a": 50, "b": 30, "c": 15, "d": 4, "e": 1}
    rows = ask_people(store, *(orders_every(name, "2026-01-01", 1, 1, paid) for name, paid in amounts.items()))
    assert rows["monetary_score"].reindex(list(amounts)).tolist() == [5, 4, 3, 2, 1]


def test_whoever_got_all_money_back_has_the_lowest_money_score(store):
    refund = f"{HEADER} | is_refund\nr1 | back | back | 2026-01-05 | -100 | | | | true"
    rows = ask_people(store, orders_every("back", "2026-01-01", 1, 1), orders_every("kept", "2026-01-02", 1, 1), refund)
    assert rows["monetary_score"].reindex(["back", "kept"]).tolist() == [1, 5]


def test_the_default_rules_name_a_segment_for_every_score():
    rules = pd.read_csv(DEFAULTS / "segment_rules.csv")
    for scores in product(range(1, 6), repeat=3):
        by_part = dict(zip(("segment_recency", "segment_frequency", "segment_monetary"), scores, strict=True))
        part = rules[rules["attribute"].isin(by_part)]
        value = part["attribute"].map(by_part)
        fits = (value >= part["low_value"].fillna(0)) & (value < part["high_value"].fillna(9))
        assert fits.groupby(part["segment"]).all().any(), scores


def test_the_segments_add_up_to_all_customers_and_all_money(store):
    for n in range(20):
        store.fill("orders", orders_every(f"c{n}", "2025-01-01", 1 + n % 12, 20 + n, 10 * n + 1))
    answer = ask(store.open(), "buyers/rfm")
    assert answer.rows["customer_count"].sum() == answer.summary["all_count"] == 20
    assert answer.rows["revenue_amount"].sum() == answer.summary["used_amount"]
    assert answer.reconcile.amount_loaded == answer.reconcile.amount_answered


def test_a_list_in_which_most_bought_once_still_tells_its_customers_apart(store):
    # 13 of 20 bought once, at different times and for different money.
    for n in range(13):
        store.fill("orders", orders_every(f"once{n}", f"2025-{1 + n % 12:02}-01", 1, 1, 100 * (n + 1)))
    for n in range(7):
        store.fill("orders", orders_every(f"often{n}", "2025-01-01", 4 + n, 40 + n, 300))
    rows = ask(store.open(), "buyers/rfm").rows
    filled = rows[rows["customer_count"] > 0]
    assert len(filled) >= 4
    assert filled["customer_count"].max() <= 10


def test_one_customer_alone_is_a_segment(store):
    answer = ask(store.fill("orders", orders_every("a", "2026-01-01", 1, 1, 5)).open(), "buyers/rfm")
    assert (answer.summary["all_count"], answer.summary["used_amount"]) == (1, Decimal("5.00"))
    assert answer.rows.loc[answer.rows["customer_count"] > 0, "segment"].tolist() == ["Big first order"]


def test_an_owner_who_moves_a_cut_off_moves_the_scores(store):
    rules = pd.read_csv(DEFAULTS / "segment_rules.csv")
    once = (rules["attribute"] == "frequency_score") & (rules["segment"] == "2")
    rules.loc[once, "high_value"] = 4
    rules.loc[(rules["attribute"] == "frequency_score") & (rules["segment"] == "3"), "low_value"] = 4
    store.connection.from_df(rules).create("segment_rules")
    assert ask_people(store, orders_every("a", "2026-01-01", 3, 5)).loc["a", "frequency_score"] == 2


def test_a_segment_with_a_rule_for_frequency_alone_lists_its_people(store):
    rules = pd.read_csv(DEFAULTS / "segment_rules.csv").query("attribute.str.endswith('_score')")
    named = {"attribute": "segment_frequency", "segment": "Everybody", "segment_order": 1, "to_do": "Call."}
    store.connection.from_df(pd.concat([rules, pd.DataFrame([named])])).create("segment_rules")
    rows = ask_people(store, orders_every("a", "2026-01-01", 2, 5))
    assert rows[["segment", "to_do"]].to_numpy().tolist() == [["Everybody", "Call."]]


def quiet_regulars(store, count, owner):
    """Customers who ordered six times every ten days and nothing for two years."""
    for n in range(count):
        store.fill("orders", orders_every(f"{owner}{n}", "2023-01-01", 6, 10, revenue=900, owner=owner))


def test_whom_an_owner_cannot_lose_are_those_of_the_owner(store):
    quiet_regulars(store, 3, "Ann")
    quiet_regulars(store, 2, "Bo")
    store.fill("orders", orders_every("new", "2025-01-01", 20, 10, revenue=10, owner="Bo"))
    opened = store.open()
    found = {who: ask(opened, "buyers/rfm_people", Filters(owner=who)).findings[0] for who in (None, "Ann", "Bo")}
    assert [each.people_count for each in found.values()] == [5, 3, 2]
    assert "3 of your best repeat customers have gone quiet: they gave 16,200" in found["Ann"].sentence


def test_the_money_of_a_segment_is_that_of_all_where_the_first_alone_are_listed(store):
    quiet_regulars(store, 3, "Ann")
    store.fill("orders", orders_every("new", "2025-01-01", 20, 10, revenue=10))
    rows = ask(store.open(), "buyers/rfm_people").rows
    (found,) = rfm_people.findings(rows[rows["segment_rank"] == 1])
    assert "they gave 16,200 so far" in found.sentence
