"""Text files too large to look at row by row beforehand: judged by start and end, checked by their first scan.

Reading every row in Python first would cost more than the whole load; DuckDB's strict reader refuses any row that
does not fit, and then the file is read again tolerantly (reread).
"""

import csv
import mmap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from analytics.errors import FileTooLarge
from analytics.ingest.read import cells
from analytics.ingest.read.blank_lines import blank_lines
from analytics.ingest.read.blocks import Block, block_from
from analytics.ingest.read.encoding import as_utf8, encoding_of
from analytics.ingest.read.mend import fitted
from analytics.ingest.read.records import Record, lines_of, records_of
from analytics.ingest.read.row_notes import blank_note
from analytics.ingest.read.table import DEFAULT_LIMITS, MEBIBYTE, CsvScan, Limits, Note, Rows, Table, note

HEAD_BYTES = 512 * 1024
TAIL_BYTES = 64 * 1024
MOST_NOTES = 10_000


def head_of(path: Path, name: str, limits: Limits) -> str:
    """The first whole lines of a UTF-8 file.

    Raises
    ------
    FileTooLarge  when its first line has no end within the limit.
    """
    with path.open("rb") as file:
        block = file.read(HEAD_BYTES)
        while block and b"\n" not in block and b"\r" not in block:
            more = file.read(MEBIBYTE)
            block += more
            if len(block) > limits.line_bytes:
                raise line_too_long(name, 1, limits)
            if not more:
                break
    cut = max(block.rfind(b"\n"), block.rfind(b"\r")) + 1
    return (block[:cut] if cut else block).decode("utf-8-sig", errors="replace")


def refuse_long_lines(path: Path, name: str, limits: Limits) -> None:
    """Raises FileTooLarge when some stretch as long as the limit has no line end; looks at a few bytes of each stretch.

    A wide-character file (UTF-16) has its line-end bytes too.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for start in range(0, len(data) - limits.line_bytes, limits.line_bytes // 2):
            end = start + limits.line_bytes
            if data.find(b"\n", start, end) < 0 and data.find(b"\r", start, end) < 0:
                raise line_too_long(name, None, limits)


def line_too_long(name: str, number: int | None, limits: Limits) -> FileTooLarge:
    """The error for a line that no table has."""
    which = f"Line {number}" if number else "A line"
    return FileTooLarge(
        what=f"{which} of '{name}' is longer than {limits.line_bytes // MEBIBYTE} MB, so the file is no table of rows.",
        fix="Export it again with one row a line, then upload that file.",
    )


def first_block(file, head: str) -> tuple[Block, dict[int, Record]]:
    """The block that the start of the file shows, and its records by number."""
    lines = lines_of(head.replace("\x00", ""))
    if file.separator:
        next(lines, None)
    known = {record.number: record for record in records_of(lines, file.dialect, file.width)}
    filled = [(record.number, record.fields) for record in known.values() if any(map(str.strip, record.fields))]
    return block_from(filled), known


def scan_of(file, block: Block, known: dict[int, Record], scratch: Path) -> tuple[CsvScan | None, list[Note]]:
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


def blanks_of(file, block: Block) -> tuple[int, ...] | None:
    """Row numbers of the blank lines among the rows; None where the engine would not tell them from rows."""
    found = blank_lines(file.path, file.dialect.quote)
    if not found:
        return found
    numbers = tuple(number - file.separator for number in found)
    is_plain = file.dialect.escape in ("", file.dialect.quote) and block.width > 1
    return numbers if is_plain and numbers[0] > block.data[0][0] else None


def mended_tail(file, block: Block, scratch: Path) -> tuple[Path, list[Note]]:
    """The file itself, or a copy whose last rows (totals, notes) have as many cells as the others."""
    size = file.path.stat().st_size
    with file.path.open("rb") as source:
        source.seek(size - TAIL_BYTES)
        tail = source.read()
    start = tail.find(b"\n") + 1
    text = tail[start:].decode("utf-8", errors="replace")
    records = list(records_of(lines_of(text), file.dialect, block.width))
    odd = [place for place, record in enumerate(records) if record.raw and not fits(record, block.width)]
    # Only a few short rows at the very end: anything else is for the scan to find and reread to mend.
    if not start or not odd or len(records) - odd[0] > 20 or not all(record.regular for record in records):
        return file.path, []
    return rewritten(file, block, scratch, (size - len(tail) + start, records))


def fits(record: Record, width: int) -> bool:
    """The record has that many fields, and something in them."""
    return len(record.fields) == width and any(map(str.strip, record.fields))


def rewritten(file, block: Block, scratch: Path, tail: tuple[int, list[Record]]) -> tuple[Path, list[Note]]:
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


def joined(row: list[str], dialect) -> str:
    """One line of the file's own dialect."""
    quote = dialect.quote
    return dialect.delimiter.join(
        quote + cell.replace(quote, dialect.escape + quote) + quote if quote else cell for cell in row
    )


def reread(table: Table, original: Path, name: str, scratch: Path, limits: Limits = DEFAULT_LIMITS) -> Table:
    """The same table read row by row into the spool, after its scan was refused; every odd row gets a note.

    original : the upload itself, for a table that does not say which text file it came from (table.file, as when
               the upload was a zip). Its encoding is told anew from every byte, not from samples.
    """
    original = table.file or original
    from analytics.ingest.read.text import text_file

    encoding = encoding_of(original, whole=True)
    utf8 = as_utf8(original, encoding, scratch)
    head = head_of(utf8, name, limits)
    file = text_file(utf8, name, original, encoding, head)
    block, _ = first_block(file, head)
    notes: list[Note] = list(table.notes)
    spool = scratch / f"{utf8.name[:80]}.rows.csv"
    count, widest = spooled(file, block, spool, notes, limits)
    dialect = {**table.dialect, "encoding": encoding}
    return replace(
        table,
        source=Rows(widest, (), spool),
        row_count=count,
        notes=tuple(notes),
        dialect=dialect,
        checked=True,
    )


def spooled(file, block: Block, spool: Path, notes: list[Note], limits: Limits) -> tuple[int, int]:
    """(rows written, greatest number of cells); notes are added to, at most 10,000 of them."""
    shape = (block.width, cells.column_looks([cells_ for _, cells_ in block.data[:300]], block.width))
    count, widest, first = 0, block.width, block.data[0][0]
    with spool.open("w", encoding="utf-8", newline="", errors="replace") as target:
        writer = csv.writer(target, lineterminator="\n")
        for record in stream_of(file, limits):
            if record.number < first:
                continue
            if not any(map(str.strip, record.fields)):
                found = blank_note(record.number)
            else:
                row, found = fitted(record.number, record.fields, record.raw, file.dialect, shape)
                if not found and not record.regular:
                    found = note(
                        record.number,
                        "repaired",
                        f"Row {record.number} has a stray quote; it was read as text.",
                        record.raw,
                    )
                writer.writerow([record.number, *row])
                count, widest = count + 1, max(widest, len(row))
            if found and len(notes) < MOST_NOTES:
                notes.append(found)
    return count, widest


def stream_of(file, limits: Limits) -> Iterator[Record]:
    """Records of a file of any size."""
    with file.path.open(encoding="utf-8-sig", newline="", errors="replace") as source:
        lines = bounded_lines(source, file.name, limits)
        if file.separator:
            next(lines, None)
        yield from records_of(lines, file.dialect, file.width)


def bounded_lines(source, name: str, limits: Limits) -> Iterator[str]:
    """Lines without zero bytes; raises FileTooLarge at one that is longer than the limit."""
    number = 0
    while line := source.readline(limits.line_bytes):
        number += 1
        if len(line) >= limits.line_bytes:
            raise line_too_long(name, number, limits)
        yield line.replace("\x00", "")
