"""Two tables of different widths on one sheet are both tables: the narrow one above is no banner of the wide one."""

import io

import pytest
import xlsxwriter

from analytics.ingest.read import Reading, read_file
from tests.ingest.read.test_awkward_files import rows_in

NARROW = [
    ["Invoice", "Date", "Customer", "Net"],
    *[[f"R{n}", f"2025-01-{n:02}", "Ann", f"{n}.50"] for n in range(1, 9)],
]
WIDE = [[f"col{n} name" for n in range(25)], *[[str(n * row) for n in range(25)] for row in range(1, 13)]]


def as_csv(rows: list[list[str]]) -> bytes:
    return "".join(",".join(row) + "\n" for row in rows).encode()


def as_workbook(rows: list[list[str]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return out.getvalue()


def read(folder, data: bytes) -> Reading:
    path = folder / "upload"
    path.write_bytes(data)
    return read_file(path, "upload.csv", folder)


@pytest.mark.parametrize("written", [as_csv, as_workbook])
def test_a_table_above_a_wider_one_is_no_banner(tmp_path, written):
    tables = read(tmp_path, written([*NARROW, [], *WIDE])).tables
    assert [(table.headers[0], table.row_count) for table in tables] == [("Invoice", 8), ("col0 name", 12)]


@pytest.mark.parametrize("title", [[["Invoices"]], [["Invoices"], []], [["Our company"], ["Invoices"]]])
@pytest.mark.parametrize("written", [as_csv, as_workbook])
def test_a_title_over_a_table_does_not_make_it_the_banner_of_a_wider_one_below(tmp_path, written, title):
    titled = [*title, *NARROW[:6]]
    tables = read(tmp_path, written([*titled, [], ["Readings"], *WIDE])).tables
    assert [(table.headers[0], table.row_count) for table in tables] == [("Invoice", 5), ("col0 name", 12)]


@pytest.mark.parametrize("written", [as_csv, as_workbook])
def test_settings_above_a_wider_table_stay_its_banner(tmp_path, written):
    settings = [["Report", "Sales"], ["From", "2025-01-01"], ["To", "2025-12-31"], ["Currency", "EUR"]]
    (table,) = read(tmp_path, written([*settings, [], *WIDE])).tables
    assert (table.headers[0], table.row_count) == ("col0 name", 12)


def test_grave_accents_around_cells_are_quotes(tmp_path):
    rows = [["Name", "Note"], ["Ann", "one, two"], ["Bob", "three, four"], ["Cy", "five"]]
    (table,) = read(tmp_path, as_csv([[f"`{cell}`" for cell in row] for row in rows])).tables
    assert (table.headers, table.row_count) == (("Name", "Note"), 3)


def test_grave_accents_around_the_words_of_some_cells_are_part_of_them(tmp_path):
    products = ["`Rock` shirt", "`Roll`", "`Jazz`", "Plain"]
    lines = [f"2025-01-0{day};Ann;{product};40" for day, product in enumerate(products, 6)]
    (table,) = read(tmp_path, "\n".join(["Date;Customer;Product;Amount", *lines]).encode()).tables
    assert [cells[2] for _, cells in rows_in(table, tmp_path)] == products


def test_grave_accents_around_few_cells_are_part_of_them(tmp_path):
    lines = [f"2025-01-0{day};Ann;{product};40" for day, product in enumerate(["`Roll`", "`Jazz`", "Plain"], 6)]
    (table,) = read(tmp_path, "\n".join(["Date;Customer;Product;Amount", *lines]).encode()).tables
    assert [cells[2] for _, cells in rows_in(table, tmp_path)] == ["`Roll`", "`Jazz`", "Plain"]
