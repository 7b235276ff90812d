"""Cells of a workbook that hold an error (#N/A, #DIV/0!): the library that reads workbooks leaves them empty.

An empty cell and one whose formula failed are not the same, so the file is asked for them beside that library.
Source: ECMA-376 part 1, 18.3.1.4 (t="e"); [MS-XLSB] 2.4.308 and 2.4.325; [MS-XLS] 2.4.24 and 2.4.127.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from analytics.ingest.read import error_records
from analytics.ingest.read.table import MEBIBYTE

# (row, column) from 0 -> the error as Excel shows it
Errors = dict[tuple[int, int], str]

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FAILED = b't="e"'
# The rest of the tag, and the value where the cell has one.
CELL = re.compile(rb't="e"([^>]*)>(?:(?!c>).)*?<(?:\w+:)?v>([^<]*)</', re.DOTALL)
OF_SHEET = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
MOST_REPEATS = 10_000
LONGEST_CELL = 16 * 1024


def errors_of(path: Path, kind: str) -> dict[str, Errors]:
    """Name of each sheet with errors -> where they stand.

    kind : xlsx, xlsb, xls or ods.
    """
    return {name: found for name, found in FINDERS[kind](path) if found}


def in_xlsx(path: Path) -> Iterator[tuple[str, Errors]]:
    """Sheets of an Excel workbook."""
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return
        targets = relations(archive, "xl/_rels/workbook.xml.rels")
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
            part = targets.get(sheet.get(RELATION, "")) if sheet.tag.endswith("}sheet") else None
            if part in archive.NameToInfo:
                with archive.open(part) as file:
                    yield sheet.get("name", ""), xml_errors(file)


def relations(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Relation id -> path of the part inside the archive."""
    if name not in archive.namelist():
        return {}
    found = ElementTree.fromstring(archive.read(name))
    return {one.get("Id", ""): part_path(one.get("Target", "")) for one in found}


def part_path(target: str) -> str:
    """A relation's target, which may be absolute or relative to the folder of the workbook."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def xml_errors(file) -> Errors:
    """Cells with t="e" of one sheet, read in blocks; a search of bytes, since most sheets have none."""
    found: Errors = {}
    rest = b""
    while block := file.read(MEBIBYTE):
        text = rest + block
        for place in places_of(FAILED, text):
            cell = CELL.match(text, place)
            reference = attribute(text[text.rfind(b"<", 0, place) : place] + cell[1], b' r="') if cell else ""
            if reference:
                found[position(reference)] = cell[2].decode() or "#ERROR!"
        # A cell cut by the end of the block is looked at again with the next one.
        rest = text[-LONGEST_CELL:]
    return found


def places_of(mark: bytes, text: bytes) -> Iterator[int]:
    """Every place where the mark stands."""
    place = text.find(mark)
    while place >= 0:
        yield place
        place = text.find(mark, place + 1)


def attribute(cell: bytes, start: bytes) -> str:
    """The value of an attribute, '' when there is none."""
    _, _, after = cell.partition(start)
    return after.split(b'"', 1)[0].decode()


def position(reference: str) -> tuple[int, int]:
    """(row, column) from 0 of a cell such as AB12."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]) - 1, column - 1


def in_xlsb(path: Path) -> Iterator[tuple[str, Errors]]:
    """Sheets of a binary workbook."""
    with zipfile.ZipFile(path) as archive:
        targets = relations(archive, "xl/_rels/workbook.bin.rels")
        for name, relation in error_records.xlsb_sheets(archive.read("xl/workbook.bin")):
            if targets.get(relation) in archive.NameToInfo:
                yield name, error_records.xlsb_errors(archive.read(targets[relation]))


def in_xls(path: Path) -> Iterator[tuple[str, Errors]]:
    """Sheets of an old workbook."""
    yield from error_records.xls_errors(path.read_bytes())


def in_ods(path: Path) -> Iterator[tuple[str, Errors]]:
    """Sheets of an OpenDocument workbook."""
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    if b'value-type="error"' not in content:
        return
    for sheet in ElementTree.fromstring(content).iter(f"{OF_SHEET}table"):
        yield sheet.get(f"{OF_SHEET}name", ""), ods_errors(sheet)


def ods_errors(sheet: ElementTree.Element) -> Errors:
    """Cells whose type is error; rows and cells that stand for several are counted as often."""
    found: Errors = {}
    row = 0
    for line in sheet.iter(f"{OF_SHEET}table-row"):
        column = 0
        for cell in line:
            repeats = int(cell.get(f"{OF_SHEET}number-columns-repeated", "1"))
            if any(key.endswith("}value-type") and value == "error" for key, value in cell.items()):
                text = "".join(cell.find(OF_TEXT).itertext()) if cell.find(OF_TEXT) is not None else "#ERROR!"
                found |= {(row, column + place): text for place in range(min(repeats, MOST_REPEATS))}
            column += repeats
        row += int(line.get(f"{OF_SHEET}number-rows-repeated", "1"))
    return found


FINDERS: dict[str, Callable[[Path], Iterator[tuple[str, Errors]]]] = {
    "xlsx": in_xlsx,
    "xlsb": in_xlsb,
    "xls": in_xls,
    "ods": in_ods,
}
