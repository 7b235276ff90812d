"""Workbooks of every kind with cells whose formula failed."""

import io
import struct
import zipfile

from tests.spreadsheets.reading.binary_workbook import binary_workbook
from tests.spreadsheets.reading.cases import case, table
from tests.spreadsheets.reading.workbook_bytes import open_document, zipped

HEAD = ["id", "name", "amount"]


def failed_formulas() -> None:
    """An error is no empty cell: it stands there as the program shows it."""
    case(
        "failed_formulas.xls",
        old_workbook(),
        table(HEAD, [["1", "Anna", "2.5"], ["2", "Bob", "#N/A"], ["3", "#REF!", "4"]], 2, [], "People"),
        table(HEAD, [["1", "Anna", "#DIV/0!"]], 2, [], "More people"),
    )
    people = table(["id", "name"], [["1", "Anna"], ["#N/A", "Bob"]], 2, [], "People")
    case("failed_formulas.xlsb", binary_with_error(), people)
    case("failed_formulas.ods", open_with_error(), people)
    case("failed_formulas.csv", "id,name\n1,Anna\n#N/A,Bob\n", table(["id", "name"], [["1", "Anna"], ["#N/A", "Bob"]]))


def old_workbook() -> bytes:
    """Two sheets of an old workbook with errors in different columns."""
    import xlwt

    book = xlwt.Workbook()
    first, second = book.add_sheet("People"), book.add_sheet("More people")
    for sheet, rows in ((first, [[1, "Anna", 2.5], [2, "Bob"], [3, None, 4]]), (second, [[1, "Anna"]])):
        for row, cells in enumerate([HEAD, *rows]):
            for column, cell in enumerate(cells):
                if cell is not None:
                    sheet.write(row, column, cell)
    first.row(2).set_cell_error(2, "#N/A!")
    first.row(3).set_cell_error(1, "#REF!")
    second.row(1).set_cell_error(2, "#DIV/0!")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def binary_with_error() -> bytes:
    """The binary workbook with an error in place of its number 2.5 ([MS-XLSB] BrtCellError)."""
    data, number = binary_workbook(), struct.pack("<d", 2.5)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.bin"]
    place = sheet.index(number)
    cell = sheet[place - 8 : place]
    parts["xl/worksheets/sheet1.bin"] = sheet[: place - 10] + bytes([3, 9]) + cell + b"\x2a" + sheet[place + 8 :]
    return zipped(parts)


def open_with_error() -> bytes:
    """The OpenDocument workbook with an error in place of its number 2.5, as LibreOffice writes it."""
    with zipfile.ZipFile(io.BytesIO(open_document())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    number = b'<table:table-cell office:value-type="float" office:value="2.5"><text:p>2.5'
    error = (
        b'<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
        b'calcext:value-type="error"><text:p>#N/A'
    )
    assert number in parts["content.xml"]
    parts["content.xml"] = parts["content.xml"].replace(number, error)
    return zipped(parts)
