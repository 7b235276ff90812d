"""What an answer says when there is little or nothing to say."""

import pytest

from analytics.errors import MissingTable, UnknownQuestion
from analytics.filters import Filters
from analytics.questions import ask
from analytics.report.plain import to_csv, to_dict, to_table

ORDERS = """
    order_id | customer_id | customer_name   | ordered_at | revenue_amount
    o1       | c1          | =cmd()          | 2026-01-10 | 700
    o2       | c2          | Bo              | 2026-01-11 | 150
    o3       | c3          | Cy              | 2026-01-12 | -20
    o4       | c4          | Di              | 2026-01-13 | 30
    o5       | c5          | O'Brien         | 2026-01-14 | 20
"""


def test_a_question_whose_summary_is_empty_names_the_upload_that_brings_it(store):
    with pytest.raises(MissingTable) as missing:
        ask(store.fill("orders", ORDERS).open(), "funnel/diagnosis")
    assert "list of leads" in missing.value.what


def test_filters_that_leave_nothing_give_no_headline_and_no_error(store):
    answer = ask(store.fill("orders", ORDERS).open(), "buyers/pareto", Filters(owner="Nobody"))
    assert to_dict(answer)["headline"] is None
    assert "Nothing found" in to_table(answer)


def test_money_is_decimal_text_and_unknown_is_null(store):
    first = to_dict(ask(store.fill("orders", ORDERS).open(), "buyers/pareto"))["rows"][0]
    assert first["revenue_amount"] == "700.00"
    assert first["profit_amount"] is None


def test_a_cell_that_could_act_is_passive_in_csv_and_a_negative_number_stays_one(store):
    text = to_csv(ask(store.fill("orders", ORDERS).open(), "buyers/pareto").rows)
    assert "'=cmd()" in text
    assert ",-20.00," in text


def test_a_question_that_is_not_there_names_those_that_are(store):
    with pytest.raises(UnknownQuestion) as unknown:
        ask(store.open(), "buyers/nothing")
    assert "buyers/pareto" in unknown.value.fix


def test_one_of_the_tables_that_a_question_can_do_with_is_enough(store):
    store.fill("orders", ORDERS)
    store.fill("path_counts", "path | period_start | action | count\nAds | 2026-01-01 | click | 12")
    assert len(ask(store.open(), "funnel/link_conversion").rows) == 1
