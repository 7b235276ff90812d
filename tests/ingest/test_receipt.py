"""A receipt in one plain line."""

from analytics.errors import EmptyFile
from analytics.ingest.receipt import Receipt, Warned, refused


def test_a_sheet_says_what_it_was_taken_for_and_what_was_set_aside():
    receipt = Receipt("jobs.xlsx", "2026", "orders", 1205, 1203, 2, set_aside={"total_row": 1, "missing_required": 1})
    assert receipt.sentence() == (
        "jobs.xlsx, 2026: 1,203 of 1,205 rows used as orders, 2 set aside (total row 1, missing required 1)."
    )


def test_a_sheet_that_was_used_whole_says_so():
    told = Receipt("touches.csv", None, "stage_changes", 3, 3).sentence()
    assert told == "touches.csv: 3 of 3 rows used as stage changes, none set aside."


def test_an_error_says_what_was_found_and_what_to_do():
    receipt = refused(Receipt("empty.csv"), EmptyFile("'empty.csv' is empty.", "Export it again."))
    assert receipt.sentence() == "empty.csv: 'empty.csv' is empty. Export it again."


def test_a_cover_sheet_says_that_it_was_left_out():
    receipt = Receipt("book.xlsx", "Cover", warnings=(Warned("nothing_to_read", "It holds no table."),))
    assert receipt.sentence() == "book.xlsx, Cover: left out. It holds no table."
