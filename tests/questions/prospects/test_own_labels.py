"""A label of one's own is graded beside ours, once it is settled."""

import pytest

from analytics.questions import ask

LEADS = """
    lead_id | name     | email          | created_at
    l1      | Ann Able | ann@x.example  | 2026-01-05
    l2      | Bob Best | bob@x.example  | 2026-01-06
    l3      | Cyd Cook | cyd@x.example  | 2026-01-07
    l4      | Dan Dorn | dan@x.example  | 2026-08-01
"""
ORDERS = """
    order_id | email         | ordered_at | revenue_amount
    o1       | ann@x.example | 2026-03-10 | 700
    o2       | bob@x.example | 2026-01-20 | 100
    o9       | zoe@x.example | 2026-09-30 | 10
"""
SAID = """
    entry_id | kind     | source_table | source_ref | topic       | value       | note         | written_by | written_at
    1        | override | leads        | l1         | opportunity | let_go      | no answer    | Olga       | 2026-01-10
    2        | override | leads        | l1         | let_go      | opportunity | asked again  | Olga       | 2026-01-12
    3        | override | leads        | l2         | opportunity | nurture     | bought once  | Paul       | 2026-02-01
    4        | override | leads        | l3         | opportunity | let_go      | moved away   | Paul       | 2026-02-02
    5        | override | leads        | l4         | nurture     | opportunity | six houses   | Olga       | 2026-09-01
"""


@pytest.fixture
def answer(store):
    store.fill("leads", LEADS).fill("orders", ORDERS).fill("entries", SAID)
    return ask(store.open(), "prospects/own_labels")


def test_each_label_is_settled_by_an_order_after_it_or_by_the_end_of_the_time(answer):
    told = {row.lead_id: (row.outcome, row.is_ours_right, row.is_own_right) for row in answer.rows.itertuples()}
    # Ann: the last label counts, and she bought 57 days after it. Bob ordered before his label, and not since.
    assert told["l1"] == ("bought", False, True)
    assert told["l2"] == ("not_bought", False, True)
    assert told["l3"] == ("not_bought", False, True)
    # Dan's 180 days are not over on 30 September.
    assert told["l4"][0] == "in_play"


def test_the_sentence_counts_who_was_right(answer):
    assert answer.headline == "Of 3 settled, your own label was right for 3 and ours for 0; 1 is still in play."


def test_without_any_label_there_is_nothing_to_grade(store):
    store.fill("leads", LEADS)
    answer = ask(store.open(), "prospects/own_labels")
    assert len(answer.rows) == 0 and answer.question.header["nothing"]
