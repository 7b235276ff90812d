"""Leads against referrals (M9): rates, days and tests that can be checked by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from analytics.questions import ask

START = date(2025, 1, 1)


def business(store, *groups):
    """Each group: path, leads, buyers (on day 10, 20, ...), of whom so many order again 30 days later."""
    leads = ["lead_id | name | path | created_at | referred_by_customer_id | customer_id"]
    orders = ["order_id | customer_id | ordered_at | revenue_amount", "old | giver | 2024-01-01 | 50"]
    for path, count, buyers, back in groups:
        for number in range(count):
            key, giver = f"{path}-{number}", "giver" if path == "Friends" else ""
            leads.append(
                f"L{key} | Name {key} of {count} | {path} | {START} | {giver} | {'C' + key if number < buyers else ''}"
            )
            if number < buyers:
                day = START + timedelta(days=10 * (number % 5 + 1))
                orders.append(f"o{key} | C{key} | {day} | {100 + number}")
            if number < back:
                orders.append(f"p{key} | C{key} | {day + timedelta(days=30)} | 40")
    # The last day of the data: long after every window.
    orders.append("end | giver | 2026-12-31 | 50")
    store.fill("leads", "\n".join(leads)).fill("orders", "\n".join(orders))
    return ask(store.open(), "buyers/sources")


def test_rates_days_and_first_orders_by_hand(store):
    answer = business(store, ("Friends", 20, 10, 10), ("Ads", 40, 10, 1))
    rows = answer.rows.set_index("source_kind")
    assert rows.index.tolist() == ["Referral", "Ads", "not known"]
    assert rows.loc["Referral", ["lead_count", "settled_count", "bought_count", "bought_rate"]].tolist() == [
        20,
        20,
        10,
        0.5,
    ]
    assert rows.loc["Ads", ["lead_count", "bought_count", "bought_rate"]].tolist() == pytest.approx([40, 10, 0.25])
    # Two buyers on each of the days 10 to 50.
    assert rows.loc["Ads", "close_days"] == 30
    assert rows.loc["Ads", "first_mean_amount"] == Decimal("104.50")
    assert rows.loc["Referral", ["back_count", "mature_count"]].tolist() == [10, 10]
    assert "10 of 20 referrals bought, of other leads 10 of 40" in answer.headline


def test_a_clear_difference_is_a_finding_and_a_small_one_is_not(store):
    # Fisher: 18 of 20 against 10 of 40 is beyond chance, against 15 of 20 it is not (p = 0.41).
    answer = business(store, ("Friends", 20, 18, 9), ("Ads", 40, 10, 5), ("Fairs", 20, 15, 8))
    rows = answer.rows.set_index("source_kind")
    assert rows.loc["Ads", "is_bought_different"]
    assert not rows.loc["Fairs", "is_bought_different"]
    assert rows.loc["Fairs", "bought_p_value"] == pytest.approx(0.407, abs=0.001)
    sentence = answer.findings[0].sentence
    assert "18 of 20 bought, against 10 of 40 from Ads" in sentence
    assert "Fairs" not in sentence


def test_under_ten_leads_there_is_a_count_and_no_rate(store):
    rows = business(store, ("Friends", 9, 9, 0), ("Ads", 30, 10, 5)).rows.set_index("source_kind")
    assert rows.loc["Referral", "bought_count"] == 9
    assert rows.loc["Referral", ["bought_rate", "close_days", "first_low_amount"]].isna().all()
    assert rows["is_bought_different"].isna().all()


def test_a_young_lead_is_neither_bought_nor_lost(store):
    # 20 old leads of whom 10 bought; 20 came in on the last day: the share stays one half.
    young = "\n".join(f"Y{n} | Young {n} | Ads | 2026-12-31 | |" for n in range(20))
    store.fill("leads", "lead_id | name | path | created_at | referred_by_customer_id | customer_id\n" + young)
    rows = business(store, ("Ads", 20, 10, 0)).rows.set_index("source_kind")
    assert rows.loc["Ads", ["lead_count", "settled_count", "bought_rate"]].tolist() == [40, 20, 0.5]


def test_spellings_of_one_way_in_are_one_source(store):
    rows = business(store, ("Ads", 20, 10, 2), ("ads", 10, 2, 0)).rows
    assert rows[["source_kind", "lead_count"]].values.tolist() == [["Ads", 30], ["not known", 0]]


def test_without_any_referral_nothing_is_compared(store):
    answer = business(store, ("Ads", 20, 10, 2), ("Fairs", 20, 5, 0))
    assert "none is marked" in answer.headline
    assert answer.findings == []
