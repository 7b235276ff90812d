"""Months side by side in a sheet that loads without them: told, with the way to bring them in."""

import pytest

from tests.ingest.land.landing import load


def told(landed) -> list[str]:
    return [warned.message for warned in landed.receipt.warnings if warned.code == "months_across"]


def test_months_that_a_list_of_customers_has_no_place_for_are_told(tmp_path):
    text = "Customer ID,Customer,Email,Jan,Feb,Mar\n1,Smith,s@x.example,100,200,300\n2,Jones,j@x.example,10,,30\n"
    landed = load(tmp_path, text, "months.csv")
    assert (landed.receipt.sheet_type, landed.receipt.rows_used) == ("customers", 2)
    (sentence,) = told(landed)
    assert sentence.startswith("'Jan', 'Feb', 'Mar' are months side by side.")
    assert "give every amount a row of its own" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "Mail,Market,Margin,Decision\na@x.example,North,5,yes\nb@x.example,South,7,no\n",
        "Customer ID,Date,Score,Q1,Q2,Q3\nA,2026-01-05,9,8,7,9\nB,2026-01-16,7,8,7,9\n",
    ],
)
def test_other_columns_and_questions_of_a_survey_are_no_months(tmp_path, text):
    landed = load(tmp_path, text, "list.csv")
    assert "ignored_columns" in landed.codes() and not told(landed)
