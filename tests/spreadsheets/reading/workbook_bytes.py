"""Workbooks of every kind as bytes."""

import datetime
import io
import zipfile


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of those files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def excel() -> bytes:
    """A sheet with a title, dates, text that looks like numbers; a hidden sheet; an empty one."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet, lists, _ = book.add_worksheet("Orders"), book.add_worksheet("Lists"), book.add_worksheet("Empty")
    sheet.write(0, 0, "Orders of January")
    sheet.write_row(2, 0, ["Id", "Date", "Amount", "Postcode"])
    for place, (amount, code) in enumerate([(12.5, "01067"), (7.0, "00501")]):
        sheet.write_number(3 + place, 0, place + 1)
        sheet.write_datetime(3 + place, 1, datetime.datetime(2026, 1, 5 + place), day)
        sheet.write_number(3 + place, 2, amount)
        sheet.write_string(3 + place, 3, code)
    lists.write_row(0, 0, ["a", "b"])
    lists.write_row(1, 0, [1, True])
    lists.hide()
    book.close()
    return out.getvalue()


def sheet_of(rows: list[list], merge: tuple | None = None) -> bytes:
    """A workbook of one sheet."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    sheet = book.add_worksheet()
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    if merge:
        sheet.merge_range(*merge)
    book.close()
    return out.getvalue()


def merged() -> bytes:
    """A city merged over the rows of its shops."""
    rows = [["city", "shop", "amount"], ["", "A", 1], ["", "B", 2], ["York", "C", 3]]
    return sheet_of(rows, (1, 0, 2, 0, "Leeds"))


def two_tables() -> bytes:
    """Two tables under each other, the second with a title."""
    first = [["id", "name", "amount"], [1, "Anna", 5], [2, "Bob", 7], []]
    return sheet_of(
        [
            *first,
            ["Contacts"],
            ["email", "date"],
            ["a@example.com", "2026-01-05"],
            ["b@example.com", "2026-01-06"],
        ]
    )


def far_corner() -> bytes:
    """Two cells, in the first and in the last place that a sheet has."""
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with zipfile.ZipFile(io.BytesIO(sheet_of([["a"]]))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    start, end = files[sheet].index(b"<sheetData>") + 11, files[sheet].index(b"</sheetData>")
    files[sheet] = files[sheet][:start] + cells + files[sheet][end:]
    return zipped(files)


def with_macros(data: bytes) -> bytes:
    """The same workbook with a macro project in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({**{name: archive.read(name) for name in archive.namelist()}, "xl/vbaProject.bin": b"macro"})


def open_document() -> bytes:
    """A sheet of LibreOffice, as little of it as readers need."""
    cells = [["id", "name"], [1, "Anna"], [2.5, "Bob"]]

    def cell(value) -> str:
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        start = f'<table:table-cell office:value-type="float" office:value="{value}">'
        return f"{start}<text:p>{value}</text:p></table:table-cell>"

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in cells)
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0"'
        f' xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.2">'
        "<office:body><office:spreadsheet>"
        f'<table:table table:name="People">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/></manifest:manifest>'
    )
    return zipped(
        {
            "mimetype": mime.encode(),
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def old_excel() -> bytes:
    """A workbook of Excel 97."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("People")
    for row, cells in enumerate([["id", "name"], [1, "Anna"], [2.5, "Bob"]]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
