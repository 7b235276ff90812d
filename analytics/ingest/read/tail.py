"""The last rows of a large text file, totals and notes, brought to the width of its table before it is scanned."""

from pathlib import Path

from analytics.ingest.read import cells
from analytics.ingest.read.blocks import Block
from analytics.ingest.read.dialect import Dialect
from analytics.ingest.read.mend import fitted
from analytics.ingest.read.records import Record, lines_of, records_of
from analytics.ingest.read.table import MEBIBYTE, Note, note
from analytics.ingest.read.text_file import TextFile

TAIL_BYTES = 64 * 1024
# Only a few short rows at the very end: anything else is for the scan to find and reread to mend.
MOST_ROWS = 20


def mended_tail(file: TextFile, block: Block, scratch: Path) -> tuple[Path, list[Note]]:
    """The file itself, or a copy whose last rows (totals, notes) have as many cells as the others."""
    size = file.path.stat().st_size
    with file.path.open("rb") as source:
        source.seek(size - TAIL_BYTES)
        tail = source.read()
    start = tail.find(b"\n") + 1
    text = tail[start:].decode("utf-8", errors="replace")
    records = list(records_of(lines_of(text), file.dialect, block.width))
    odd = [place for place, record in enumerate(records) if record.raw and not fits(record, block.width)]
    if not start or not odd or len(records) - odd[0] > MOST_ROWS or not all(record.regular for record in records):
        return file.path, []
    return rewritten(file, block, scratch, (size - len(tail) + start, records))


def fits(record: Record, width: int) -> bool:
    """The record has that many fields, and something in them."""
    return len(record.fields) == width and any(map(str.strip, record.fields))


def rewritten(file: TextFile, block: Block, scratch: Path, tail: tuple[int, list[Record]]) -> tuple[Path, list[Note]]:
    """A copy of the file with the records of its tail fitted to the width of the table, and a note on each of them."""
    copy, notes = scratch / f"{file.path.name[:80]}.tail.csv", []
    shape = (block.width, cells.column_looks([cells_ for _, cells_ in block.data[:300]], block.width))
    with file.path.open("rb") as source, copy.open("wb") as target:
        end = b"\r\n" if b"\r\n" in source.read(64 * 1024) else b"\n"
        source.seek(0)
        copy_bytes(source, target, tail[0])
        for record in tail[1]:
            if any(map(str.strip, record.fields)):
                row, found = fitted(record.number, record.fields, record.raw, file.dialect, shape)
                target.write(joined(row, file.dialect).encode() + end)
                if found:
                    text = "A row at the end has fewer or more cells than usual."
                    notes.append(note(None, found.code, text, record.raw))
    return copy, notes


def copy_bytes(source, target, count: int) -> None:
    """The next so many bytes, in blocks."""
    while count:
        block = source.read(min(4 * MEBIBYTE, count))
        target.write(block)
        count -= len(block)


def joined(row: list[str], dialect: Dialect) -> str:
    """One line of the file's own dialect."""
    quote = dialect.quote
    return dialect.delimiter.join(
        quote + cell.replace(quote, dialect.escape + quote) + quote if quote else cell for cell in row
    )
