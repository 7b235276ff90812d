"""A note for each row around the data rows of a table: above them, between them, below them."""

from collections.abc import Sequence

from analytics.ingest.read import cells
from analytics.ingest.read.blocks import Block
from analytics.ingest.read.records import Record
from analytics.ingest.read.table import Note, note


def top_notes(block: Block, known: dict[int, Record]) -> list[Note]:
    """Each banner row above the header, and a header that repeats itself or has too few names."""
    notes = [
        note(number, "preamble", f"Row {number} stands above the header and is no data.", known[number].raw)
        for number, _ in block.banner
    ]
    for index, (number, cells_) in enumerate(block.header[1:], start=1):
        if cells_ == block.header[index - 1][1]:
            notes.append(note(number, "repeated_header", f"Row {number} repeats the header.", known[number].raw))
    if block.header and len(block.header[-1][1]) < block.width:
        number, names = block.header[-1]
        text = f"Row {number} names {len(names)} of {block.width} columns; the names were given from the left."
        notes.append(note(number, "short_header", text, known[number].raw))
    return notes


def footer_notes(data: Sequence, width: int, known: dict[int, Record]) -> list[Note]:
    """A note for each row below the table."""
    return [
        note(number, "footer", f"Row {number} stands below the table and looks like a note.", known[number].raw)
        for number, _ in footer_rows(data, width)
    ]


def footer_rows(data: Sequence, width: int) -> list:
    """Rows at the end that fill one cell only, and that with words: notes below the table, not data."""
    count = 0
    for _, cells_ in reversed(data):
        filled = [cell for cell in cells_ if cell.strip()]
        if width < 3 or len(filled) > 1 or cells.is_value(filled[0]):
            break
        count += 1
    return list(data[len(data) - count :]) if count < len(data) else []


def blank_notes(block: Block) -> list[Note]:
    """Blank rows between data rows."""
    notes = []
    for (before, _), (after, _) in zip(block.data, block.data[1:], strict=False):
        notes += [blank_note(number) for number in range(before + 1, after)]
    return notes


def blank_note(number: int) -> Note:
    """What became of an empty row, and that it asks for nothing."""
    return note(number, "blank", f"Row {number} is empty and was left out; nothing needs to be done.")
