"""Error cells in the binary workbooks: records of xlsb parts and of the Workbook stream of an xls file.

Source: [MS-XLSB] 2.1.4 (records), 2.4.308 BrtCellError, BrtFmlaError; [MS-XLS] 2.4.24 BoolErr, 2.4.127 Formula.
"""

import re
import struct
from collections.abc import Iterator

from analytics.ingest.read.ole_stream import workbook_stream

Errors = dict[tuple[int, int], str]

NAMES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
CODES = re.escape(bytes(NAMES))
XLSB_ROW, XLSB_ERROR, XLSB_FORMULA_ERROR, XLSB_SHEET = 0, 3, 11, 156
# One of the two records as bytes: most sheets have none, and walking through all their records takes seconds.
XLSB_LIKELY = re.compile(rb"\x03\x09.{8}[" + CODES + rb"]|\x0b.{9,10}[" + CODES + rb"]", re.DOTALL)
XLS_FORMULA, XLS_BOOL_OR_ERROR, XLS_SHEET, XLS_BEGIN, XLS_END = 0x0006, 0x0205, 0x0085, 0x0809, 0x000A


def xlsb_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(type, content) of each record of an xlsb part."""
    place = 0
    while place + 1 < len(data):
        kind, place = data[place], place + 1
        if kind & 0x80:
            kind, place = (kind & 0x7F) | data[place] << 7, place + 1
        size = shift = 0
        while place < len(data) and shift < 28:
            byte, place = data[place], place + 1
            size, shift = size | (byte & 0x7F) << shift, shift + 7
            if not byte & 0x80:
                break
        yield kind, data[place : place + size]
        place += size


def xlsb_sheets(book: bytes) -> list[tuple[str, str]]:
    """(name, relation id) of each sheet."""
    found = []
    for kind, content in xlsb_records(book):
        if kind == XLSB_SHEET:
            relation, place = wide_text(content, 8)
            found.append((wide_text(content, place)[0], relation))
    return found


def wide_text(content: bytes, place: int) -> tuple[str, int]:
    """(text, place after it) of a text with its length in front."""
    (length,) = struct.unpack_from("<I", content, place)
    end = place + 4 + 2 * length
    return content[place + 4 : end].decode("utf-16-le", errors="replace"), end


def xlsb_errors(sheet: bytes) -> Errors:
    """Error cells of one sheet part."""
    found: Errors = {}
    row = 0
    for kind, content in xlsb_records(sheet) if XLSB_LIKELY.search(sheet) else ():
        if kind == XLSB_ROW:
            (row,) = struct.unpack_from("<I", content)
        elif kind in (XLSB_ERROR, XLSB_FORMULA_ERROR):
            (column,) = struct.unpack_from("<I", content)
            found[row, column] = NAMES.get(content[8], "#ERROR!")
    return found


def xls_errors(data: bytes) -> Iterator[tuple[str, Errors]]:
    """(name, error cells) of each sheet of an old workbook; nothing where its parts cannot be found."""
    book = workbook_stream(data)
    names: dict[int, str] = {}
    start, found = 0, {}
    for place, kind, content in xls_records(book):
        if kind == XLS_SHEET and len(content) > 8:
            names[struct.unpack_from("<I", content)[0]] = sheet_name(content)
        elif kind == XLS_BEGIN:
            start, found = place, {}
        elif kind == XLS_END and start in names:
            yield names[start], found
        elif kind in (XLS_FORMULA, XLS_BOOL_OR_ERROR):
            found |= xls_error(kind, content)


def xls_error(kind: int, content: bytes) -> Errors:
    """The error cell that a record holds, none for other cells."""
    row, column = struct.unpack_from("<HH", content)
    if kind == XLS_BOOL_OR_ERROR:
        return {(row, column): NAMES.get(content[6], "#ERROR!")} if content[7] == 1 else {}
    is_error = content[6] == 2 and content[12:14] == b"\xff\xff"
    return {(row, column): NAMES.get(content[8], "#ERROR!")} if is_error else {}


def sheet_name(content: bytes) -> str:
    """The name in a record of the list of sheets."""
    length, is_wide = content[6], content[7] & 1
    return content[8 : 8 + length * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1", errors="replace")


def xls_records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(place, type, content) of each record of a Workbook stream."""
    place = 0
    while place + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, place)
        yield place, kind, book[place + 4 : place + 4 + size]
        place += 4 + size
