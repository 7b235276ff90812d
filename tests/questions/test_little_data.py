"""A handful of rows, which is what somebody tries first, gets an answer or a reason from every question."""

import random
from datetime import date, timedelta

import pytest

from analytics.errors import MissingTable
from analytics.questions import ask, questions

FIRST_DAY = date(2025, 1, 1)


def few_orders(chance: random.Random, count: int) -> str:
    lines = ["order_id | customer_id | ordered_at | revenue_amount | cost_amount | product"]
    for number in range(count):
        day = FIRST_DAY + timedelta(days=chance.randrange(1, 500))
        amount = chance.choice(["100", "250.50", "-40", "0"])
        cost, product = chance.choice(["", "60"]), chance.choice(["", "Gutter", "Roof"])
        lines.append(f"o{number} | c{chance.randrange(1 + count // 2)} | {day} | {amount} | {cost} | {product}")
    return "\n".join(lines)


def few_leads(chance: random.Random, count: int) -> str:
    lines = ["lead_id | name | email | path | created_at | status | industry"]
    for number in range(count):
        day = FIRST_DAY + timedelta(days=chance.randrange(1, 500))
        path, status = chance.choice(["Ads", "Networking", ""]), chance.choice(["", "won", "lost", "Meeting"])
        lines.append(f"l{number} | Name {number} | n{number}@x.example | {path} | {day} | {status} | Office")
    return "\n".join(lines)


@pytest.mark.parametrize("orders", [0, 1, 2, 6, 15])
@pytest.mark.parametrize("leads", [0, 1, 6])
def test_every_question_answers_or_says_what_is_missing(store, orders, leads):
    chance = random.Random(orders * 100 + leads)
    if orders:
        store.fill("orders", few_orders(chance, orders))
    if leads:
        store.fill("leads", few_leads(chance, leads))
    opened = store.open()
    for name in questions():
        try:
            answer = ask(opened, name)
        except MissingTable as missing:
            assert missing.fix
            continue
        if answer.not_enough:
            assert answer.not_enough.have < answer.not_enough.need
        elif len(answer.rows):
            assert answer.headline
            assert all(finding.sentence for finding in answer.findings)
        assert answer.figure().to_json()


def test_four_customers_are_counted_and_not_turned_into_percentages(store):
    store.fill(
        "orders",
        """
        order_id | customer_id | ordered_at | revenue_amount
        1        | a           | 2026-01-05 | 100
        2        | a           | 2026-02-05 | 100
        3        | b           | 2026-01-20 | 300
        4        | c           | 2026-02-10 | 50
        5        | d           | 2026-03-01 | 70
        """,
    )
    opened = store.open()
    segments, repeat = ask(opened, "buyers/rfm"), ask(opened, "buyers/repeat_worth")
    assert "of 4 customers give" in segments.headline
    assert repeat.rows[["group_rate", "low_rate", "high_rate"]].isna().all(axis=None)
    assert list(repeat.figure().data[0].x) == repeat.rows["customer_count"].tolist()
