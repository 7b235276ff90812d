"""What repeat business is worth (M7): numbers that can be checked by hand."""

from decimal import Decimal

import pytest
from scipy.stats import fisher_exact

from analytics.questions import ask
from tests.questions.buyers.made import orders_every

TIMES = {"one": 1, "two": 2, "three": 3, "five": 5}


def ask_worth(store, *customers):
    for text in customers:
        store.fill("orders", text)
    return ask(store.open(), "buyers/repeat_worth")


def test_last_years_customers_by_number_of_orders(store):
    this_year = [
        orders_every(f"{name} {n}", "2026-06-01", times, 10) for n in range(3) for name, times in TIMES.items()
    ]
    answer = ask_worth(store, *this_year, orders_every("long ago", "2024-01-01", 5, 10))
    rows = answer.rows[answer.rows["group_kind"] == "orders"]
    assert rows["customer_count"].tolist() == [3, 3, 3, 3]
    assert rows["group_rate"].tolist() == [0.25] * 4
    assert answer.headline.startswith("9 of 12 customers of the last 12 months ordered more than once, 75% (")


def test_the_worth_is_two_years_of_a_repeat_customer_less_those_of_a_one_time_customer(store):
    # Repeat: two orders of 60 profit within 24 months; once: one order of 60. All are older than two years.
    repeat = [orders_every(f"r{n}", "2023-01-01", 2, 100) for n in range(10)]
    once = [orders_every(f"o{n}", "2023-01-01", 1, 100) for n in range(10)]
    answer = ask_worth(store, *repeat, *once, orders_every("now", "2026-01-01", 1, 1))
    assert (answer.summary["repeat_customer_count"], answer.summary["once_customer_count"]) == (10, 10)
    assert answer.summary["worth_amount"] == Decimal("60.00")


def test_under_ten_of_a_kind_there_is_no_worth(store):
    repeat = [orders_every(f"r{n}", "2023-01-01", 2, 100) for n in range(9)]
    answer = ask_worth(store, *repeat, orders_every("now", "2026-01-01", 1, 1))
    assert str(answer.summary["worth_amount"]) == "<NA>"
    assert answer.findings == []


def test_a_customer_younger_than_two_years_is_in_play(store):
    young = [orders_every(f"y{n}", "2025-01-01", 1, 1) for n in range(12)]
    answer = ask_worth(store, *young, orders_every("now", "2026-01-01", 1, 1))
    assert answer.summary["once_customer_count"] == 0


def test_referred_against_not_referred_is_tested_exactly(store):
    lines = ["customer_id | name | referred_by_customer_id", *(f"r{n} | r{n} | o0" for n in range(12))]
    store.fill("customers", "\n".join([*lines, *(f"o{n} | o{n} |" for n in range(12))]))
    back = [orders_every(f"r{n}", "2025-01-01", 2 if n < 10 else 1, 50) for n in range(12)]
    rest = [orders_every(f"o{n}", "2025-01-01", 2 if n < 3 else 1, 50) for n in range(12)]
    answer = ask_worth(store, *back, *rest)
    assert answer.rows["repeat_count"].tolist()[-2:] == [10, 3]
    assert answer.summary["p_value"] == pytest.approx(fisher_exact([[10, 2], [3, 9]]).pvalue)
    assert "10 of 12 against 3 of 12" in answer.findings[0].sentence


def test_without_any_mark_of_referral_nothing_is_compared(store):
    answer = ask_worth(store, orders_every("a", "2026-01-01", 2, 10))
    assert set(answer.rows["group_kind"]) == {"orders"}
