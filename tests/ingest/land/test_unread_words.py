"""A column of a few words beside sales, of which nothing was made, is told with its words: it may be a status."""

import pytest

from tests.ingest.land.landing import load

JOBS = """Job no,Client,Job date,Amount,Lage,Remark
J-1,Ann Reed,2026-03-02,120.00,done,by the pool
J-2,Tom Lane,2026-03-14,80.00,done,ring twice
J-3,Ann Reed,2026-03-21,60.00,mooted,
J-4,Joe Hill,2026-03-28,40.50,mooted,two ladders
J-5,Eve Moss,2026-04-02,90.00,done,
J-6,Eve Moss,2026-04-09,90.00,mooted,the red door
"""


def told(landed) -> str:
    return next((one.message for one in landed.receipt.warnings if one.code == "unread_words"), "")


def test_the_words_of_a_column_that_may_be_a_status_are_told_with_their_rows(tmp_path):
    landed = load(tmp_path, JOBS)
    assert landed.receipt.rows_used == 6
    assert "'Lage' ('done' 3 times, 'mooted' 3 times)." in told(landed) and "Remark" not in told(landed)


def test_words_that_stand_once_each_are_no_status(tmp_path):
    assert told(load(tmp_path, JOBS.replace("mooted,two", "odd,two").replace("mooted,the", "new,the"))) == ""


def test_numbers_and_one_word_alone_are_no_status(tmp_path):
    assert told(load(tmp_path, JOBS.replace("done", "1").replace("mooted", "2"))) == ""
    assert told(load(tmp_path, JOBS.replace("mooted", "done"))) == ""


@pytest.mark.parametrize(
    "header",
    [
        "Size",
        "Farbe",
        "Größe",
        "Payment method",
        "Shipping country",
        "Espèce",
        "Filiale",
        "Gift wrap?",
        "Teacher",
        "Plan",
    ],
)
def test_what_was_sold_where_and_how_is_no_status(tmp_path, header):
    assert told(load(tmp_path, JOBS.replace("Lage", header))) == ""


def test_a_status_that_is_known_is_not_told_again(tmp_path):
    text = JOBS.replace("Lage", "Status").replace("mooted", "cancelled")
    landed = load(tmp_path, text)
    assert landed.receipt.rows_used == 3 and told(landed) == ""


def test_a_list_of_customers_has_no_sales_to_leave_out(tmp_path):
    rows = "".join(f"C{n},Ann {n},ann{n}@x.example,{'north' if n % 2 else 'south'}\n" for n in range(1, 9))
    assert told(load(tmp_path, "Customer ID,Name,Email,Lage\n" + rows)) == ""
