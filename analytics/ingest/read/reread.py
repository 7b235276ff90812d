"""A large text file read again row by row, after the engine's strict scan of it was refused."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from analytics.ingest.read import cells
from analytics.ingest.read.blocks import Block
from analytics.ingest.read.encoding import as_utf8, encoding_of
from analytics.ingest.read.long_lines import bounded_lines
from analytics.ingest.read.mend import fitted
from analytics.ingest.read.records import Record, records_of
from analytics.ingest.read.row_notes import blank_note
from analytics.ingest.read.table import DEFAULT_LIMITS, Limits, Note, Rows, Table, note
from analytics.ingest.read.text_file import TextFile, first_block, head_of, text_file

MOST_NOTES = 10_000


def reread(table: Table, original: Path, name: str, scratch: Path, limits: Limits = DEFAULT_LIMITS) -> Table:
    """The same table read row by row into the spool, after its scan was refused; every odd row gets a note.

    original : the upload itself, for a table that does not say which text file it came from (table.file, as when
               the upload was a zip). Its encoding is told anew from every byte, not from samples.
    """
    original = table.file or original
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


def spooled(file: TextFile, block: Block, spool: Path, notes: list[Note], limits: Limits) -> tuple[int, int]:
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


def stream_of(file: TextFile, limits: Limits) -> Iterator[Record]:
    """Records of a file of any size."""
    with file.path.open(encoding="utf-8-sig", newline="", errors="replace") as source:
        lines = bounded_lines(source, file.name, limits)
        if file.separator:
            next(lines, None)
        yield from records_of(lines, file.dialect, file.width)
