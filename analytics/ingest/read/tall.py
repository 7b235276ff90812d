"""A tall sheet that holds one table: kept column by column, as it goes on to DuckDB.

Making rows of 100,000 lines of cells and columns again costs as much as reading them out of the workbook.
"""

from collections.abc import Sequence
from dataclasses import replace

from analytics.ingest.read.blocks import Block, blocks_of
from analytics.ingest.read.names import header_of
from analytics.ingest.read.row_notes import footer_rows
from analytics.ingest.read.table import Columns, Note, Table, note

FEWEST_ROWS = 5_000
HEAD_ROWS = 3_000
TAIL_ROWS = 200


def tall_table(sheet: str, columns: Sequence[Sequence[str]], first: int, hidden: Sequence[Note]) -> Table | None:
    """The one table of a tall sheet; None where blank rows or empty columns ask for a look at every row.

    columns : texts of each column, '' for an empty cell; first : row number of their first cell.
    """
    height = len(columns[0]) if columns else 0
    if height < FEWEST_ROWS or not all(map(any, zip(*columns, strict=True))):
        return None
    blocks = blocks_of(rows_of(columns, first, 0, HEAD_ROWS))
    if len(blocks) != 1 or len(blocks[0].data) < 2:
        return None
    block = blocks[0]
    start = block.top.first + block.top.height
    below = [column[block.top.first :] for column in columns]
    filled = [place for place, column in enumerate(below) if any(column)]
    left, right = filled[0], filled[-1] + 1
    if len(filled) < right - left:
        return None
    table = named(sheet, block, left, right, hidden)
    data = tuple(column[start:] for column in columns[left:right])
    footers = footer_rows(rows_of(columns[left:right], first, height - TAIL_ROWS, height), right - left)
    return replace(
        table,
        row_count=height - start,
        notes=(*table.notes, *(below_table(number, cells_) for number, cells_ in footers)),
        source=Columns(right - left, first + start, data),
    )


def named(sheet: str, block: Block, left: int, right: int, hidden: Sequence[Note]) -> Table:
    """The table with its names and the notes on the rows above them, its rows still to come."""
    rows = [(number, cells_[left:right]) for number, cells_ in block.rows]
    headers, lines = header_of(Block(rows, block.top, right - left))
    above = [above_table(number, cells_) for number, cells_ in block.banner]
    return Table(sheet, 1, headers[: right - left], 0, (*hidden, *above), Columns(right - left, 1), {}, lines)


def rows_of(columns: Sequence[Sequence[str]], first: int, start: int, end: int) -> list[tuple[int, list[str]]]:
    """(row number, cells) of some rows."""
    cut = [column[start:end] for column in columns]
    return [(number, list(row)) for number, row in enumerate(zip(*cut, strict=True), start=first + start)]


def above_table(number: int, cells_: Sequence[str]) -> Note:
    """A note on a banner row."""
    return note(number, "preamble", f"Row {number} stands above the header and is no data.", shown(cells_))


def below_table(number: int, cells_: Sequence[str]) -> Note:
    """A note on a row that is a note itself."""
    return note(number, "footer", f"Row {number} stands below the table and looks like a note.", shown(cells_))


def shown(row: Sequence[str]) -> str:
    """The filled cells of a row, as a note quotes them."""
    return " | ".join(cell for cell in row if cell)
