"""Cells of a workbook that hold an error (#N/A, #DIV/0!): the library that reads workbooks leaves them empty.

An empty cell and one whose formula failed are not the same, so the file is asked for them beside that library.
Source: ECMA-376 part 1, 18.3.1.4 (t="e"); [MS-XLSB] 2.4.308 and 2.4.325; [MS-XLS] 2.4.24 and 2.4.127.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from analytics.errors import FileTooLarge
from analytics.ingest.read import error_records
from analytics.ingest.read.table import MEBIBYTE, Limits

# (row, column) from 0 -> the error as Excel shows it
Errors = dict[tuple[int, int], str]

FAR_ROW = re.compile(rb' r="[A-Z]{1,3}(\d{1,7})"')
FAR_COLUMN = re.compile(rb' r="([A-Z]{2,3})\d')
FAILED = b't="e"'
# The rest of the tag, and the value where the cell has one.
CELL = re.compile(rb't="e"([^>]*)>(?:(?!c>).)*?<(?:\w+:)?v>([^<]*)</', re.DOTALL)
OF_SHEET = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
MOST_REPEATS = 10_000
LONGEST_CELL = 16 * 1024


@dataclass(frozen=True)
class Bounds:
    """What the user calls the file, and how much of it may be laid out."""

    name: str
    limits: Limits


def errors_of(path: Path, kind: str, bounds: Bounds) -> dict[str, Errors]:
    """Name of each sheet with errors -> where they stand.

    kind : xlsx, xlsb, xls or ods.

    Raises
    ------
    FileTooLarge  the cells of a sheet lie too far apart (xlsx; the library tells it of the others).
    """
    return {name: found for name, found in FINDERS[kind](path, bounds) if found}


def in_xlsx(path: Path, bounds: Bounds) -> Iterator[tuple[str, Errors]]:
    """Sheets of an Excel workbook."""
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return
        targets = relations(archive, "xl/_rels/workbook.xml.rels")
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
            part = targets.get(relation_of(sheet)) if sheet.tag.endswith("}sheet") else None
            if part in archive.NameToInfo:
                with archive.open(part) as file:
                    errors, rows, columns = looked_through(file)
                refuse_far_corner(rows, columns, sheet.get("name", ""), bounds)
                yield sheet.get("name", ""), errors


def refuse_far_corner(rows: int, columns: int, sheet: str, bounds: Bounds) -> None:
    """Raises FileTooLarge for a sheet whose cells lie so far apart that laying it out would fill the memory."""
    if rows * columns > bounds.limits.workbook_cells:
        raise FileTooLarge(
            what=f"Sheet '{sheet}' of '{bounds.name}' reaches to row {rows:,} and column {columns:,}.",
            fix="Delete the rows and columns beyond the table, save, then upload again.",
        )


def relation_of(sheet: ElementTree.Element) -> str:
    """The id of the part that holds the sheet; its namespace differs between the two kinds of Excel file."""
    return next((value for key, value in sheet.items() if key.endswith("}id")), "")


def relations(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Relation id -> path of the part inside the archive."""
    if name not in archive.namelist():
        return {}
    found = ElementTree.fromstring(archive.read(name))
    return {one.get("Id", ""): part_path(one.get("Target", "")) for one in found}


def part_path(target: str) -> str:
    """A relation's target, which may be absolute or relative to the folder of the workbook."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def looked_through(file) -> tuple[Errors, int, int]:
    """(error cells, last row, last column) of one sheet, read once in blocks by a search of bytes.

    Columns are told exactly only beyond Z.
    """
    found: Errors = {}
    rows, letters, rest = 1, b"Z", b""
    while block := file.read(MEBIBYTE):
        text = rest + block
        found |= failed_in(text)
        last = FAR_ROW.findall(text[-20_000:]) or FAR_ROW.findall(text)
        rows = max([rows, *map(int, last[-1:])])
        letters = max([letters, *FAR_COLUMN.findall(text)], key=lambda name: (len(name), name))
        # A cell cut by the end of the block is looked at again with the next one.
        rest = text[-LONGEST_CELL:]
    return found, rows, sum((letter - 64) * 26**place for place, letter in enumerate(reversed(letters)))


def failed_in(text: bytes) -> Errors:
    """Cells with t="e" of a stretch of a sheet; most have none."""
    found: Errors = {}
    for place in places_of(FAILED, text):
        cell = CELL.match(text, place)
        reference = attribute(text[text.rfind(b"<", 0, place) : place] + cell[1], b' r="') if cell else ""
        if reference:
            found[position(reference)] = cell[2].decode() or "#ERROR!"
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


def in_xlsb(path: Path, bounds: Bounds) -> Iterator[tuple[str, Errors]]:
    """Sheets of a binary workbook."""
    with zipfile.ZipFile(path) as archive:
        targets = relations(archive, "xl/_rels/workbook.bin.rels")
        for name, relation in error_records.xlsb_sheets(archive.read("xl/workbook.bin")):
            if targets.get(relation) in archive.NameToInfo:
                yield name, error_records.xlsb_errors(archive.read(targets[relation]))


def in_xls(path: Path, bounds: Bounds) -> Iterator[tuple[str, Errors]]:
    """Sheets of an old workbook."""
    yield from error_records.xls_errors(path.read_bytes())


def in_ods(path: Path, bounds: Bounds) -> Iterator[tuple[str, Errors]]:
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


FINDERS: dict[str, Callable[[Path, Bounds], Iterator[tuple[str, Errors]]]] = {
    "xlsx": in_xlsx,
    "xlsb": in_xlsb,
    "xls": in_xls,
    "ods": in_ods,
}
