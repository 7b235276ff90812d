"""What the reader hands on: tables of text, where their rows come from, and a note for each thing done to a row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

MEBIBYTE = 1024 * 1024
LONGEST_NOTE_TEXT = 2000


@dataclass(frozen=True)
class Limits:
    """How much one file may ask for.

    file_bytes     : the file itself.
    unpacked_bytes : everything in a zip, a gz or a workbook once unpacked.
    unpacked_ratio : unpacked to packed; beyond it a small archive is taken for a bomb.
    rows, columns  : of one table; workbook_cells of all sheets together.
    line_bytes     : of one line of text.
    checked_bytes  : a text file up to this size is checked row by row at once, a larger one by its first scan.
    """

    file_bytes: int = 2048 * MEBIBYTE
    unpacked_bytes: int = 2048 * MEBIBYTE
    unpacked_ratio: int = 250
    rows: int = 50_000_000
    columns: int = 16_384
    workbook_cells: int = 60_000_000
    line_bytes: int = 8 * MEBIBYTE
    checked_bytes: int = 12 * MEBIBYTE


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class Note:
    """One thing that the reader did to a row, or found out about a file; nothing is done silently.

    row_number : 1-based row as a spreadsheet program shows it; None for the whole table.
    code       : preamble, blank, padded, wide, repaired, footer, repeated_header, hidden, macros, encoding, nul ...
    text       : the raw text of that row, cut at 2,000 characters.
    """

    row_number: int | None
    code: str
    message: str
    text: str | None = None


@dataclass(frozen=True)
class CsvScan:
    """A UTF-8 text file that DuckDB can read at full speed; its data rows follow one another.

    quote, escape    : '' when the file uses none.
    skip_lines       : records above the first data row.
    first_row_number : row number of the first data row.
    rows_above       : of each blank line between them, how many data rows stand above it.
    """

    path: Path
    delimiter: str
    quote: str
    escape: str
    skip_lines: int
    column_count: int
    first_row_number: int
    rows_above: tuple[int, ...] = ()

    @property
    def is_unbroken(self) -> bool:
        """The rows need no numbers of their own."""
        return not self.rows_above


@dataclass(frozen=True)
class Rows:
    """Rows that were read one by one: (row number, cells), None for an empty cell.

    rows  : in memory; empty when they are in the spool.
    spool : a UTF-8 file of row number and cells, comma separated, every filled cell quoted.
    """

    column_count: int
    rows: tuple[tuple[int, tuple[str | None, ...]], ...] = field(repr=False, default=())
    spool: Path | None = None


@dataclass(frozen=True)
class Columns:
    """Rows that follow one another, held column by column: texts of each column, '' for an empty cell."""

    column_count: int
    first_row_number: int
    columns: tuple[Sequence[str], ...] = field(repr=False, default=())


@dataclass(frozen=True)
class Table:
    """One table of one sheet.

    headers      : as found, stripped, lines of a tall header joined by a space; () when there is no header.
    header_lines : the rows that the header was made of.
    row_count    : data rows when known without a scan.
    file         : the text file that it was read from, before any change of encoding; None for a workbook.
    checked      : every row was looked at; False for a large text file, which its first scan checks (see mend).
    """

    sheet: str | None
    part: int
    headers: tuple[str, ...]
    row_count: int | None
    notes: tuple[Note, ...]
    source: CsvScan | Rows | Columns
    dialect: dict
    header_lines: tuple[tuple[str, ...], ...] = ()
    checked: bool = True
    file: Path | None = None


@dataclass(frozen=True)
class Reading:
    """All tables of one file. kind: text, xlsx, xls, xlsb or ods; encoding of a text file."""

    kind: str
    encoding: str | None
    tables: tuple[Table, ...]
    notes: tuple[Note, ...] = ()


def note(row_number: int | None, code: str, message: str, text: str | None = None) -> Note:
    """A note whose quoted text is cut to a length that fits a receipt."""
    return Note(row_number, code, message, text[:LONGEST_NOTE_TEXT] if text else text)
