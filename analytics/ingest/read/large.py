"""Text files too large to look at row by row beforehand: judged by start and end, checked by their first scan.

Reading every row in Python first would cost more than the whole load; DuckDB's strict reader refuses any row that
does not fit, and then the file is read again tolerantly (reread.py).
"""

from pathlib import Path

from analytics.ingest.read.blank_lines import blank_lines
from analytics.ingest.read.blocks import Block
from analytics.ingest.read.names import header_of
from analytics.ingest.read.records import Record
from analytics.ingest.read.reread import reread
from analytics.ingest.read.row_notes import blank_note, top_notes
from analytics.ingest.read.table import CsvScan, Limits, Note, Reading, Rows, Table
from analytics.ingest.read.tail import mended_tail
from analytics.ingest.read.text_file import TextFile, described, first_block, refuse_too_wide
from analytics.ingest.read.text_notes import file_notes


def read_large(file: TextFile, head: str, scratch: Path, limits: Limits) -> Reading:
    """The one table of a large file, judged by its start."""
    block, known = first_block(file, head)
    headers, lines = header_of(block)
    refuse_too_wide(file.name, block.width, limits)
    source, tail_notes = scan_of(file, block, known, scratch)
    notes = (*top_notes(block, known), *tail_notes)
    table = Table(
        None,
        1,
        headers,
        None,
        notes,
        source or Rows(block.width),
        described(file),
        lines,
        checked=False,
        file=file.original,
    )
    if source is None:
        table = reread(table, file.original, file.name, scratch, limits)
    return Reading("text", file.encoding, (table,), file_notes(file, 0, 1))


def scan_of(file: TextFile, block: Block, known: dict[int, Record], scratch: Path) -> tuple[CsvScan | None, list[Note]]:
    """A scan of the file, its last rows mended where they need it, and notes on them; None: read it row by row."""
    if not block.data or not all(record.regular for record in known.values()):
        return None, []
    if any(len(cells_) != block.width for _, cells_ in block.data):
        return None, []
    first, dialect = block.data[0][0], file.dialect
    blanks = blanks_of(file, block)
    if blanks is None:
        return None, []
    path, notes = mended_tail(file, block, scratch)
    above = tuple(number - first - before for before, number in enumerate(blanks))
    skipped = first - 1 + file.separator
    scan = CsvScan(path, dialect.delimiter, dialect.quote, dialect.escape, skipped, block.width, first, above)
    return scan, [*map(blank_note, blanks), *notes]


def blanks_of(file: TextFile, block: Block) -> tuple[int, ...] | None:
    """Row numbers of the blank lines among the rows; None where the engine would not tell them from rows."""
    found = blank_lines(file.path, file.dialect.quote)
    if not found:
        return found
    numbers = tuple(number - file.separator for number in found)
    is_plain = file.dialect.escape in ("", file.dialect.quote) and block.width > 1
    return numbers if is_plain and numbers[0] > block.data[0][0] else None
