"""Tables of a web page, which many tools send as `.xls`: the cells that a spreadsheet program would show."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from analytics.errors import UnsupportedFile
from analytics.ingest.read.blocks import blocks_of
from analytics.ingest.read.encoding import MIXED, encoding_of, text_blocks
from analytics.ingest.read.table import Limits, Reading, Table, note
from analytics.ingest.read.workbook import table_of

CELLS = frozenset(["td", "th"])
WITHOUT_TEXT = frozenset(["script", "style", "head", "title"])
BLANKS = re.compile(r"[ \t\r\n\f]+")
DECLARED = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
WIDEST_CELL = 1000


class Tables(HTMLParser):
    """Collects every table of a page as rows of texts; an inner table is part of the cell that holds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.depth = self.silent = 0
        self.cell: list[str] | None = None
        self.span = (1, 1)
        self.reaching: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append([])
                self.reaching = {}
        elif self.depth == 1 and tag == "tr":
            self.end_row()
            self.tables[-1].append([])
        elif self.depth == 1 and tag in CELLS:
            self.end_cell()
            told = dict(attributes)
            self.cell, self.span = [], (number(told.get("colspan")), number(told.get("rowspan")))
        elif tag in ("br", "p", "div", "li") and self.cell:
            self.cell.append("\n")
        self.silent += tag in WITHOUT_TEXT

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in WITHOUT_TEXT and self.silent > 0
        if self.depth == 1 and (tag in CELLS or tag in ("tr", "table")):
            self.end_cell()
        if self.depth == 1 and tag in ("tr", "table"):
            self.end_row()
        if tag == "table" and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.silent:
            self.cell.append(BLANKS.sub(" ", data))

    def end_cell(self) -> None:
        """The cell that is open goes into its row, and keeps its place in the rows that it reaches down to."""
        if self.cell is None:
            return
        if not self.tables[-1]:
            self.tables[-1].append([])
        text = "\n".join(line.strip() for line in "".join(self.cell).split("\n")).strip().strip("\u00a0").strip()
        self.fill_from_above()
        row = self.tables[-1][-1]
        if self.span[1] > 1:
            self.reaching[len(row)] = (self.span[1] - 1, text)
        row += [text, *[""] * (self.span[0] - 1)]
        self.cell = None

    def fill_from_above(self) -> None:
        """Cells of the rows above that reach down to here."""
        row = self.tables[-1][-1]
        while len(row) in self.reaching and self.reaching[len(row)][0] > 0:
            left, text = self.reaching[len(row)]
            self.reaching[len(row)] = (left - 1, text)
            row.append(text)

    def end_row(self) -> None:
        self.end_cell()
        if self.tables[-1] and self.tables[-1][-1]:
            self.fill_from_above()


def number(text: str | None) -> int:
    """A span as it is written; 1 where it is no number."""
    return min(max(int(text), 1), WIDEST_CELL) if text and text.isdigit() else 1


def read_web_tables(path: Path, name: str, refused: UnsupportedFile, limits: Limits) -> Reading:
    """Every table of the page that has two rows and two columns.

    refused : raised when the page has no such table, as a page to log in has not.
    """
    parser = Tables()
    for block in text_blocks(path, page_encoding(path, limits)):
        parser.feed(block)
    parser.close()
    found = [table for rows in parser.tables for table in tables_in(rows)]
    if not found:
        raise refused
    told = note(None, "web_page", "The file is a web page, as many tools name .xls; the tables in it were read.")
    # Not the empty dialect of a workbook: its cells are texts that people read, not numbers as programs keep them.
    dialect = {"encoding": page_encoding(path, limits), "delimiter": None, "layout": "web_page"}
    parts = tuple(replace(table, part=part, dialect=dialect) for part, table in enumerate(found, start=1))
    return Reading("html", None, parts, (told,))


def page_encoding(path: Path, limits: Limits) -> str:
    """The encoding of the bytes; where they are of one of the old kinds, the one that the page names."""
    found = encoding_of(path, path.stat().st_size <= limits.checked_bytes)
    if found.startswith("utf") and found != MIXED:
        return found
    with path.open("rb") as file:
        declared = DECLARED.search(file.read(4096))
    name = declared[1].decode().lower() if declared else found
    return name if name in ("windows-1252", "windows-1250", "windows-1251", "iso-8859-2", "shift_jis") else found


def tables_in(rows: list[list[str]]) -> list[Table]:
    """The tables that one table element holds; none where it only lays out a page."""
    width = max(map(len, rows), default=0)
    filled = [(place, row + [""] * (width - len(row))) for place, row in enumerate(rows, start=1) if any(row)]
    if len(filled) < 2 or width < 2:
        return []
    return [table_of(None, 1, block, []) for block in blocks_of(filled)]
