"""Real dates that a spreadsheet program made with day and month exchanged are told."""

import datetime
import io

from tests.ingest.land.landing import load

HEAD = ["Order no", "Customer", "Order date", "Amount"]


def workbook(days: list) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Orders")
    sheet.write_row(0, 0, HEAD)
    for place, day in enumerate(days, start=1):
        sheet.write_row(place, 0, [f"A{place}", "Ann", day, 10])
    book.close()
    return out.getvalue()


def told(tmp_path, days: list) -> list[str]:
    landed = load(tmp_path, workbook(days), "orders.xlsx")
    return [warned.message for warned in landed.receipt.warnings if warned.code == "swapped_days"]


EARLY = [datetime.datetime(2025, month, 5) for month in (1, 2, 3, 4, 7)]


def test_real_dates_of_the_first_twelve_days_beside_texts_of_later_days_are_told(tmp_path):
    (message,) = told(tmp_path, [*EARLY, "13/05/2025", "25/06/2025"])
    assert (
        "'Order date' holds real dates, all of the 1st to 12th of a month, beside texts such as '13/05/2025'" in message
    )


def test_a_real_date_of_a_later_day_says_that_nothing_was_exchanged(tmp_path):
    assert told(tmp_path, [*EARLY, datetime.datetime(2025, 3, 20), "13/05/2025"]) == []


def test_texts_that_could_be_either_say_that_the_program_left_all_of_them_alone(tmp_path):
    assert told(tmp_path, [*EARLY, "13/05/2025", "03/04/2025"]) == []


def test_real_dates_alone_say_nothing(tmp_path):
    assert told(tmp_path, EARLY) == []
