"""A sheet of thousands of rows is kept column by column and reads as a short one does."""

import datetime
import io

import pytest

from analytics.ingest.read import read_file
from analytics.ingest.read.cell_text import as_texts, moment_text, number_text
from analytics.ingest.read.show import rows_of
from analytics.ingest.read.table import Columns, Rows

HEAD = ["Order no", "Customer", "Order date", "Amount", "Note"]
COUNT = 5_200


def order(number: int) -> list:
    """One order; every third without a note, every tenth with a whole amount."""
    amount = float(number) if number % 10 == 0 else round(number / 7, 4)
    day = datetime.datetime(2026, 1, 1) + datetime.timedelta(days=number % 300)
    return [f"{number:05}", f"Customer {number % 50}", day, amount, None if number % 3 == 0 else 0.5 * number]


def workbook(rows: list[list]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Orders")
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(place, column, cell)
    book.close()
    return out.getvalue()


def as_read(cells: list) -> tuple:
    number, customer, day, amount, noted = cells
    amounts = [None if cell is None else number_text(float(cell)) for cell in (amount, noted)]
    return (number, customer, day.date().isoformat(), *amounts)


def read(tmp_path, rows: list[list]):
    path = tmp_path / "orders.xlsx"
    path.write_bytes(workbook(rows))
    (table,) = read_file(path, path.name, tmp_path).tables
    return table


def test_every_cell_of_a_tall_sheet_is_as_in_the_workbook(tmp_path):
    orders = [order(number) for number in range(1, COUNT + 1)]
    table = read(tmp_path, [["Orders of the year"], HEAD, *orders, ["Printed in May"]])
    assert isinstance(table.source, Columns)
    assert (list(table.headers), table.row_count) == (HEAD, COUNT + 1)
    found = rows_of(table)
    assert found[:COUNT] == [(place, as_read(cells)) for place, cells in enumerate(orders, start=3)]
    assert [(note.code, note.row_number) for note in table.notes] == [("preamble", 1), ("footer", COUNT + 3)]


@pytest.mark.parametrize("blank_at", [10, COUNT])
def test_a_tall_sheet_with_a_blank_row_is_looked_at_row_by_row(tmp_path, blank_at):
    orders = [order(number) for number in range(1, COUNT + 1)]
    table = read(tmp_path, [HEAD, *orders[:blank_at], [], *orders[blank_at:], order(9_999)])
    assert isinstance(table.source, Rows)
    assert table.row_count == COUNT + 1
    assert "blank" in [note.code for note in table.notes]


def test_many_numbers_at_once_are_written_as_each_alone():
    numbers = [0.0, -0.0, 1.0, 12.5, 0.1 + 0.2, 1234567.89, 1e-7, 123456789012.0, 1 / 3, -4.0] * 300
    assert as_texts(numbers) == [number_text(number) for number in numbers]
    usual = [number for number in numbers if number == 0 or 1e-3 < abs(number) < 1e9]
    assert as_texts(usual) == [number_text(number) for number in usual]
    assert as_texts([*usual, "", "n/a"])[-2:] == ["", "n/a"]


def test_many_days_at_once_are_written_as_each_alone():
    start = datetime.datetime(1969, 12, 31, 23, 59, 58, 999_999)
    moments = [start + datetime.timedelta(hours=7 * number) for number in range(2_500)]
    moments += [datetime.datetime(2026, 1, 5), datetime.datetime(1900, 1, 1, 0, 0, 1), datetime.datetime(2100, 12, 31)]
    assert as_texts(moments) == [moment_text(moment) for moment in moments]
