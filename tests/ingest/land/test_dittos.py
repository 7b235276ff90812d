"""A ditto mark stands for the cell just above it; a word does so only beside marks, and never in what somebody said."""

import pytest

from tests.ingest.land.landing import load

MARK = '""""'
HEADER = "Order ID,Date,Customer,Product,Amount\n"


def names(landed, column: str = "customer_name") -> list:
    return [name for (name,) in landed.rows(column)]


def test_what_somebody_said_is_never_that_of_another(tmp_path):
    lines = ["Ann,ann@x.com,2025-01-15,9,Great work", "Bob,bob@x.com,2025-02-02,2,Ditto"]
    lines += [f"Cy,cy@x.com,2025-02-03,5,{MARK}", "Dee,dee@x.com,2025-02-04,7,Late"]
    landed = load(tmp_path, "Name,Email,Date,Score,Comment\n" + "\n".join(lines) + "\n", "feedback.csv")
    assert landed.receipt.sheet_type == "feedback" and "ditto" not in landed.codes()
    assert names(landed, "comment")[:2] == ["Great work", "Ditto"] and names(landed, "comment")[3] == "Late"


def test_customers_called_as_the_word_stay_themselves_and_are_told(tmp_path):
    lines = ["1,2025-01-06,Ann,Cut,40", "2,2025-01-07,Idem,Cut,35", "3,2025-01-08,Dito,Dye,80"]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert names(landed) == ["Ann", "Idem", "Dito"]
    assert "maybe_ditto" in landed.codes() and "ditto" not in landed.codes()


def test_a_customer_with_a_number_of_their_own_may_be_called_as_the_word_beside_marks(tmp_path):
    lines = ["1,2025-01-06,C1,Ann,40", f"2,2025-01-07,C1,{MARK},35", "3,2025-01-08,C2,Idem,80"]
    landed = load(tmp_path, "Order ID,Date,Customer ID,Customer,Amount\n" + "\n".join(lines) + "\n")
    assert names(landed) == ["Ann", "Ann", "Idem"]


def test_a_mark_below_an_empty_cell_is_empty(tmp_path):
    lines = ["1,2025-01-06,Ann,Cut,40", "2,2025-01-07,Bob,,35", f"3,2025-01-08,Cy,{MARK},80", "4,2025-01-09,Dee,Dye,80"]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    assert names(landed, "product") == ["Cut", None, None, "Dye"]


def test_a_mark_below_a_total_stands_for_the_row_above_that(tmp_path):
    lines = ["2025-01-06,Ann,Cut,40", f"2025-01-06,{MARK},Wash,10", "Total,,,50", f"{MARK},Bob,Cut,30"]
    lines += ["2025-01-08,Cy,Cut,25", "Total,,,55", f"2025-01-09,{MARK},Cut,20"]
    landed = load(tmp_path, "Date,Customer,Product,Amount\n" + "\n".join(lines) + "\n")
    assert names(landed) == ["Ann", "Ann", "Bob", "Cy", "Cy"]
    assert [str(day.date()) for (day,) in landed.rows("ordered_at")][2] == "2025-01-06"
    assert landed.receipt.set_aside == {"total_row": 2}


@pytest.mark.parametrize("before", [300, 5_100])
def test_a_mark_deep_in_a_file_is_read_or_told(tmp_path, before):
    lines = [f"{n},2025-01-02,Client {n},Cut,10" for n in range(before)]
    landed = load(tmp_path, HEADER + "\n".join([*lines, f"{before},2025-01-03,{MARK},Cut,10"]) + "\n")
    if before < 5_000:
        assert names(landed)[-1] == f"Client {before - 1}" and "ditto" in landed.codes()
    else:
        assert "maybe_ditto" in landed.codes()


def test_a_mark_far_below_in_a_column_of_products_is_told(tmp_path):
    lines = [f"{n},2025-01-06,Ann,Cut,40" for n in range(1, 5_010)] + [f"5010,2025-01-07,Bob,{MARK},35"]
    landed = load(tmp_path, HEADER + "\n".join(lines) + "\n")
    (told,) = [one.message for one in landed.receipt.warnings if one.code == "maybe_ditto"]
    assert names(landed, "product")[-1] == '"' and told.startswith("1 row says \" or the like under 'Product'")
