"""A cell is empty where there is nothing to tell, and says unknown where something is not known (H3)."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from analytics.questions import questions
from pages.ui.columns import looks_of
from pages.ui.words import readable

ROWS = pd.DataFrame(
    {
        "asked_date": pd.array([date(2026, 3, 1), None], dtype=pd.ArrowDtype(pa.date32())),
        "sale_amount": pd.array([Decimal("1200.50"), None], dtype=pd.ArrowDtype(pa.decimal128(18, 2))),
        "next_question": pd.array([None, "Who decides?"], dtype="string"),
    }
)


def test_columns_that_may_have_nothing_to_tell_are_empty_there():
    assert readable(ROWS, tuple(ROWS.columns)).to_pydict() == {
        "asked_date": ["2026-03-01", ""],
        "sale_amount": ["1,200.50", ""],
        "next_question": ["", "Who decides?"],
    }


def test_a_number_of_tenths_keeps_them_where_another_row_has_none():
    rows = pd.DataFrame({"times": [1.34, None], "next_year_orders": [0.4, None]})
    shown = readable(rows, ("times", "next_year_orders")).to_pydict()
    assert (shown["times"], shown["next_year_orders"]) == (["1.3", ""], ["0.4", ""])


def test_all_others_keep_the_missing_value_that_a_table_calls_unknown():
    shown = readable(ROWS, ("next_question",))
    assert (shown["asked_date"].null_count, shown["sale_amount"].null_count) == (1, 1)


def test_a_column_without_a_gap_keeps_its_kind():
    shown = readable(ROWS.iloc[:1], ("asked_date", "sale_amount"))
    assert (shown.schema.field("asked_date").type, shown.schema.field("sale_amount").type) == (
        pa.date32(),
        pa.decimal128(18, 2),
    )


def test_numbers_that_became_text_sort_as_numbers_and_stand_to_the_right():
    days = pd.DataFrame({"waiting_days": pd.array([900, None, 7, 1200], dtype="Int64")})
    shown = readable(days, ("waiting_days",))
    assert sorted(filter(None, shown["waiting_days"].to_pylist())) == ["    7", "  900", "1,200"]
    look = looks_of(shown)["waiting_days"]
    assert (look["label"], look["alignment"], look["type_config"]["type"]) == ("Waiting (days)", "right", "text")


@pytest.mark.parametrize("question", [each for each in questions().values() if each.absent], ids=lambda each: each.name)
def test_a_question_names_only_columns_that_it_returns(question):
    assert set(question.absent) <= set(question.returns)
