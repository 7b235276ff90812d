"""Sheets of a workbook as Excel 2002 and 2003 wrote it in one XML file, which older tools still export.

Source: "XML Spreadsheet Reference", Microsoft Office XP; cells and rows without an index follow the one before.
"""

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from analytics.errors import EmptyFile, UnreadableFile
from analytics.ingest.read.blocks import blocks_of
from analytics.ingest.read.error_cells import Bounds, refuse_far_corner
from analytics.ingest.read.table import Limits, Note, Reading, note
from analytics.ingest.read.workbook import SAVE_AGAIN, fill_merged, table_of

OFFICE = "urn:schemas-microsoft-com:office:"
OF_SHEET = OFFICE + "spreadsheet "
HIDDEN = frozenset(["SheetHidden", "SheetVeryHidden"])
ERROR = "#ERROR!"


@dataclass
class Sheet:
    """Cells of one sheet by row and column from 1, and the merged ones that span rows of one column."""

    name: str
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    is_hidden: bool = False


class Book:
    """Collects the sheets while the file is read; nothing that it refers to is ever opened."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.sheets: list[Sheet] = []
        self.row = self.column = self.across = 0
        self.kind = ""
        self.is_comment = False
        self.text: list[str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.said
        self.parser.StartDoctypeDeclHandler = self.refuse

    def refuse(self, *declared) -> None:
        raise UnreadableFile(
            what=f"'{self.bounds.name}' declares a document type, as files that fill the memory do.", fix=SAVE_AGAIN
        )

    def start(self, tag: str, told: dict[str, str]) -> None:
        name = tag.removeprefix(OF_SHEET)
        if name == "Worksheet":
            self.sheets.append(Sheet(told.get(f"{OF_SHEET}Name", "")))
            self.row = 0
        elif name == "Row" and self.sheets:
            self.row = number(told.get(f"{OF_SHEET}Index"), self.row + 1)
            self.column = 0
        elif name == "Cell" and self.sheets:
            self.column = number(told.get(f"{OF_SHEET}Index"), self.column + 1)
            self.span(told)
        elif name == "Comment":
            self.is_comment = True
        elif name == "Data" and not self.is_comment:
            self.text, self.kind = [], told.get(f"{OF_SHEET}Type", "String")
        elif tag.endswith(" Visible"):
            self.text = []

    def span(self, told: dict[str, str]) -> None:
        """A merged cell fills the place of others; one that spans rows of one column says its value in each."""
        self.across, down = (number(told.get(f"{OF_SHEET}{name}"), 0) for name in ("MergeAcross", "MergeDown"))
        if down and not self.across:
            place = self.row - 1, self.column - 1
            self.sheets[-1].merged.append((*place, place[0] + down, place[1]))

    def said(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def end(self, tag: str) -> None:
        if tag == f"{OF_SHEET}Comment":
            self.is_comment = False
        elif tag == f"{OF_SHEET}Cell":
            self.column += self.across
        elif tag == f"{OF_SHEET}Data" and self.sheets and self.text is not None:
            self.keep(as_shown("".join(self.text), self.kind))
            self.text = None
        elif tag.endswith(" Visible") and self.text is not None and self.sheets:
            self.sheets[-1].is_hidden = "".join(self.text) in HIDDEN
            self.text = None

    def keep(self, text: str) -> None:
        if not text:
            return
        refuse_far_corner(self.row, self.column, self.sheets[-1].name, self.bounds)
        self.sheets[-1].cells.setdefault(self.row, {})[self.column] = text


def as_shown(text: str, kind: str) -> str:
    """The value as a person sees it: a date without a time that is midnight, yes and no in words."""
    if kind == "DateTime":
        day, _, time = text.partition("T")
        time = time.removesuffix("Z").split(".")[0]
        return day if time in ("", "00:00:00") else f"{day} {time}"
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    return (text or ERROR) if kind == "Error" else text


def number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise


def read_xml_workbook(path: Path, name: str, scratch: Path, limits: Limits) -> Reading:
    """Every table on every sheet, hidden sheets too (with a note).

    Raises
    ------
    UnreadableFile  damaged, or it declares a document type.
    EmptyFile       no sheet has a row.
    FileTooLarge    cells that lie too far apart.
    """
    book = Book(Bounds(name, limits))
    try:
        with path.open("rb") as file:
            book.parser.ParseFile(file)
    except expat.ExpatError as error:
        where = f"line {error.lineno:,}"
        raise UnreadableFile(
            what=f"'{name}' is an Excel 2003 file that is damaged at {where}.", fix=SAVE_AGAIN
        ) from error
    tables = [table for sheet in book.sheets for table in tables_of(sheet)]
    if not tables:
        raise EmptyFile(f"'{name}' has no rows on any sheet.", "Check that the right file was saved, then upload it.")
    return Reading("xml", None, tuple(tables))


def tables_of(sheet: Sheet) -> list:
    """The tables of one sheet, in order."""
    width = max((max(row) for row in sheet.cells.values()), default=0)
    rows = [(place, [row.get(at + 1, "") for at in range(width)]) for place, row in sorted(sheet.cells.items())]
    for area in sheet.merged:
        if area[1] < width:
            fill_merged(rows, 1, 0, area)
    hidden: list[Note] = (
        [note(None, "hidden", f"Sheet '{sheet.name}' is hidden; it was read too.")] if sheet.is_hidden else []
    )
    return [table_of(sheet.name, part, block, hidden) for part, block in enumerate(blocks_of(rows), 1)] if rows else []
