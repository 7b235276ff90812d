"""Satisfaction (M2): scales, segments and how valuable customers feel, on numbers that can be checked by hand."""

import numpy as np
import pytest

from analytics.models.intervals import mean_ranges
from analytics.questions import ask
from analytics.questions.buyers import satisfaction_people


def scores(text: str) -> str:
    return "customer_id | given_at | score | scale\n" + text


def latest(store):
    opened = store.open()
    rows = opened.rows(
        "select people.customer_id, customer_feedback.* from customer_feedback"
        " inner join people on customer_feedback.person_key = people.person_key",
        {},
    )
    return rows.set_index("customer_id")


@pytest.mark.parametrize(
    ("scale", "score", "rate", "mood"),
    [
        ("NPS", 9, 0.9, "happy"),
        ("0-10", 6, 0.6, "unhappy"),
        ("out of 10", 8, 0.8, "in_between"),
        ("stars", 5, 1.0, "happy"),
        ("1-5", 3, 0.5, "unhappy"),
        ("CSAT", 4, 0.75, "in_between"),
        ("percent", 95, 0.95, "happy"),
        ("0-100", 60, 0.6, "unhappy"),
    ],
)
def test_a_score_counts_on_the_scale_that_the_file_names(store, scale, score, rate, mood):
    store.fill("feedback", scores(f"c1 | 2026-01-05 | {score} | {scale}"))
    row = latest(store).loc["c1"]
    assert (row["score_rate"], row["mood"], row["is_scale_told"]) == (pytest.approx(rate), mood, True)


@pytest.mark.parametrize(("highest", "scale"), [(5, "1 to 5"), (10, "0 to 10"), (88, "0 to 100")])
def test_a_file_that_names_no_scale_has_the_smallest_that_holds_its_scores(store, highest, scale):
    store.fill("feedback", scores(f"c1 | 2026-01-05 | {highest} |\nc2 | 2026-01-06 | 3 |"))
    rows = latest(store)
    assert set(rows["scale_name"]) == {scale}
    assert not rows["is_scale_told"].any()


def test_the_latest_score_of_a_customer_counts(store):
    store.fill("feedback", scores("c1 | 2026-03-05 | 4 | NPS\nc1 | 2026-01-05 | 10 | NPS\nc1 | 2026-03-05 | 9 | NPS"))
    row = latest(store).loc["c1"]
    # Two on the same day: the later row of the file.
    assert (row["score"], row["mood"], row["score_count"]) == (9, "happy", 3)


def test_the_surely_most_satisfied_kind_comes_first_not_the_luckiest(store):
    # Four perfect scores are too few to rank; 6 of 9.3 on average come after 24 of 9, of which we are surer.
    orders, given = ["order_id | customer_id | ordered_at | revenue_amount | product"], []
    for product, marks in (
        ("Luck", [10] * 4),
        ("Roof", [9, 9, 10] * 2),
        ("Gutter", [9] * 24),
        ("Repair", [3, 6, 9] * 3),
    ):
        for number, mark in enumerate(marks):
            name = f"{product}{number}"
            orders.append(f"o-{name} | {name} | 2026-01-01 | 100 | {product}")
            given.append(f"{name} | 2026-02-01 | {mark} | NPS")
    store.fill("orders", "\n".join(orders)).fill("feedback", scores("\n".join(given)))
    rows = ask(store.open(), "buyers/satisfaction").rows
    assert rows["segment"].tolist() == ["Gutter", "Roof", "Repair", "Luck"]
    assert rows["satisfaction_rank"].tolist()[:3] == [1, 2, 3]
    assert rows["satisfaction_rank"].isna().tolist()[3]
    assert rows["mean_of_ten"].tolist() == pytest.approx([9.0, 9.33, 6.0, 10.0])


def test_the_range_of_a_mean_rests_on_the_spread_of_all_groups():
    # Two groups of 3: 1 2 3 and 5 5 5: pooled variance 2 / 4, t of 4 degrees at 90 % is 2.132.
    low, high = mean_ranges(np.array([3, 3]), np.array([2.0, 5.0]), np.array([1.0, 0.0]))
    half = 2.13185 * np.sqrt(0.5 / 3)
    assert low == pytest.approx([2 - half, 5 - half], abs=1e-4)
    assert high == pytest.approx([2 + half, 5 + half], abs=1e-4)


def test_the_valuable_fall_into_happy_unhappy_and_never_asked(store):
    # 1,000 in all: 400 + 300 + 100 = 80 % are the vital few; the rest do not count however they feel.
    store.fill(
        "orders",
        """
        order_id | customer_id | ordered_at | revenue_amount
        o1 | big    | 2026-01-01 | 400
        o2 | cross  | 2026-01-02 | 300
        o3 | silent | 2026-01-03 | 100
        o4 | small  | 2026-01-04 | 90
        o5 | tiny   | 2026-01-05 | 60
        o6 | least  | 2024-01-05 | 50
        """,
    )
    store.fill(
        "feedback", scores("big | 2026-02-01 | 10 | NPS\ncross | 2026-02-01 | 2 | NPS\nsmall | 2026-02-01 | 1 | NPS")
    )
    answer = ask(store.open(), "buyers/satisfaction_people")
    assert dict(zip(answer.rows["customer_id"], answer.rows["mood"], strict=True)) == {
        "cross": "unhappy",
        "big": "happy",
        "silent": "never_asked",
    }
    assert answer.headline == (
        "Of your 3 most valuable customers 1 is happy, 1 is unhappy, and 1 was never asked how it was."
    )
    assert answer.summary["unhappy_yearly_amount"] == 300
    first = {finding.sentence.split(";")[0]: finding.people[0].name for finding in answer.findings}
    assert list(first.values()) == ["cross", "big", "silent"]


def test_a_happy_customer_who_was_asked_for_names_is_not_asked_first(store):
    store.fill(
        "orders",
        """
        order_id | customer_id | ordered_at | revenue_amount
        o1 | asked | 2026-01-01 | 500
        o2 | fresh | 2026-01-02 | 400
        """,
    )
    store.fill("feedback", scores("asked | 2026-02-01 | 10 | NPS\nfresh | 2026-02-01 | 9 | NPS"))
    store.fill("referrals", "referrer | referred | asked_at\nasked | Ann Noble | 2026-02-02")
    happy = satisfaction_people.findings(ask(store.open(), "buyers/satisfaction_people").rows)[0]
    assert [each.name for each in happy.people] == ["fresh"]
    assert happy.people_count == 2
