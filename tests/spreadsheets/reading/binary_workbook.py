"""A binary workbook (xlsb) as bytes, as little of it as readers need; no library writes one.

Source: [MS-XLSB] Excel (.xlsb) Binary File Format, 2.1.4 (records), 2.4 (BrtBundleSh, BrtRowHdr ...).
"""

import struct

from tests.spreadsheets.reading.workbook_bytes import zipped

BEGIN_BOOK, END_BOOK, BEGIN_SHEETS, END_SHEETS, SHEET = 131, 132, 143, 144, 156
BEGIN_SHEET, END_SHEET, BEGIN_ROWS, END_ROWS, EXTENT = 129, 130, 145, 146, 148
ROW, NUMBER, TEXT = 0, 5, 6
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def binary_workbook() -> bytes:
    """One sheet, People, with a header and two rows."""
    cells = [["id", "name"], [1, "Anna"], [2.5, "Bob"]]
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="bin" '
            f'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'.encode(),
            "_rels/.rels": links("officeDocument", "xl/workbook.bin"),
            "xl/workbook.bin": book("People"),
            "xl/_rels/workbook.bin.rels": links("worksheet", "worksheets/sheet1.bin"),
            "xl/worksheets/sheet1.bin": sheet(cells),
        }
    )


def links(kind: str, target: str) -> bytes:
    """The relation from one part of the package to another."""
    one = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{LINKS}">{one}</Relationships>'.encode()


def book(name: str) -> bytes:
    """The workbook part: its list of one visible sheet."""
    bundle = struct.pack("<II", 0, 1) + text("rId1") + text(name)
    return b"".join(
        [record(BEGIN_BOOK), record(BEGIN_SHEETS), record(SHEET, bundle), record(END_SHEETS), record(END_BOOK)]
    )


def sheet(rows: list[list]) -> bytes:
    """The sheet part: numbers and texts row by row."""
    extent = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    parts = [record(BEGIN_SHEET), record(EXTENT, extent), record(BEGIN_ROWS)]
    for number, row in enumerate(rows):
        parts.append(record(ROW, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)))
        for column, value in enumerate(row):
            place = struct.pack("<II", column, 0)
            is_text = isinstance(value, str)
            parts.append(
                record(TEXT, place + text(value)) if is_text else record(NUMBER, place + struct.pack("<d", value))
            )
    return b"".join([*parts, record(END_ROWS), record(END_SHEET)])


def text(value: str) -> bytes:
    """A wide string: its length in characters, then UTF-16."""
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def record(kind: int, data: bytes = b"") -> bytes:
    """Type, length and content; types from 128 on take two bytes, as lengths do."""
    start = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    length = len(data)
    return start + (bytes([length]) if length < 128 else bytes([length & 127 | 128, length >> 7])) + data
