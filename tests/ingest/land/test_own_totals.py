"""A total in the file that its rows do not add up to is told: something counts twice, or not as it should."""

import pytest

from tests.ingest.land.landing import load

ROWS = "Date,Customer,Item,Amount\n2026-01-13,Ann,Cut,50.00\n2026-01-15,Bob,Cut,30.00\n"


def test_a_total_of_other_rows_is_told_with_both_sums(tmp_path):
    warnings = {one.code: one.message for one in load(tmp_path, f"{ROWS},,Total,65.00\n").receipt.warnings}
    assert "65.00" in warnings["other_total"] and "80.00" in warnings["other_total"]


@pytest.mark.parametrize(
    "rows",
    [
        ",,Total,80.00\n",
        ",,Total,80\n",
        ",,Total,80.00\n2026-02-13,Cy,Cut,20.00\n,,Total,20.00\n",
        ",,Total,80.00\n2026-02-13,Cy,Cut,20.00\n,,Total,20.00\n,,Grand total,100.00\n",
        "",
    ],
    ids=["the same", "without cents", "of months", "of months and of all", "none"],
)
def test_a_total_that_agrees_is_not_spoken_of(tmp_path, rows):
    assert "other_total" not in load(tmp_path, ROWS + rows).codes()


def test_a_total_that_holds_rows_set_aside_is_explained_by_their_reasons(tmp_path):
    text = "Date,Customer,Status,Amount\n2026-01-13,Ann,Paid,50.00\n2026-01-15,Bob,Draft,30.00\n,Total,,80.00\n"
    landed = load(tmp_path, text)
    assert landed.receipt.set_aside == {"not_a_sale": 1, "total_row": 1}
    assert "other_total" not in landed.codes()


def test_a_total_that_stands_above_its_rows_is_theirs(tmp_path):
    head, _, rows = ROWS.partition("\n")
    assert "other_total" not in load(tmp_path, f"{head}\n,,Total,80.00\n{rows}").codes()


def test_a_total_of_amounts_before_they_were_rounded_is_the_total(tmp_path):
    rows = "".join(f"{n},2026-01-{n:02d},Customer {n},8.40\n" for n in range(1, 7))
    landed = load(tmp_path, f"Order,Date,Customer,Amount\n{rows}Total,,,50.42\n")
    assert "other_total" not in landed.codes()
