"""One table of a text file: left to DuckDB where nothing at all is odd about it, else its rows one by one."""

from collections.abc import Sequence

from analytics.ingest.read import cells
from analytics.ingest.read.blocks import Block
from analytics.ingest.read.likeness import MOST_CELLS
from analytics.ingest.read.mend import fitted
from analytics.ingest.read.names import header_of
from analytics.ingest.read.records import Record
from analytics.ingest.read.rejoined import cut_column, joined
from analytics.ingest.read.relation import WIDEST_SCAN
from analytics.ingest.read.row_notes import blank_notes, footer_notes, top_notes
from analytics.ingest.read.table import CsvScan, Note, Rows, Table, note
from analytics.ingest.read.text_file import TextFile, described


def table_of(file: TextFile, block: Block, part: int, known: dict[int, Record], single: bool) -> Table:
    """One table: a scan for DuckDB when nothing at all is odd about it, else its rows one by one."""
    block, cut = with_whole_cells(block, file.dialect.delimiter)
    headers, lines = header_of(block)
    width = max(block.width, len(headers))
    notes = top_notes(block, known) + cut
    single = single and not cut
    rows, row_notes = fitted_rows(file, block, known, width)
    notes += row_notes + blank_notes(block)
    dialect = described(file)
    if single and not row_notes and is_clean(block, known, width):
        first = block.data[0][0] if block.data else len(known) + 1
        source = CsvScan(
            file.path,
            file.dialect.delimiter,
            file.dialect.quote,
            file.dialect.escape,
            first - 1 + file.separator,
            width,
            first,
        )
        return Table(None, part, headers, len(block.data), tuple(notes), source, dialect, lines)
    widest = max([width, *(len(cells_) for _, cells_ in rows)])
    source = Rows(widest, tuple((number, emptied(cells_, widest)) for number, cells_ in rows))
    return Table(None, part, headers, len(rows), tuple(notes), source, dialect, lines)


def with_whole_cells(block: Block, delimiter: str) -> tuple[Block, list[Note]]:
    """The block with the column put together that a decimal comma cut in two in every row, and a note on it."""
    names = block.header[-1][1] if block.header else ()
    if delimiter != "," or len(names) != block.width - 1:
        return block, []
    place = cut_column(names, [cells_ for _, cells_ in block.data])
    if place is None:
        return block, []
    head = block.top.first + block.top.height
    data = [(number, joined(cells_, (place + 1,), delimiter)[0]) for number, cells_ in block.data]
    words = f"The comma in '{names[place]}' was taken for a delimiter in every row; '{data[0][1][place]}' is one cell."
    return Block([*block.rows[:head], *data], block.top, len(names)), [note(None, "repaired", words)]


def fitted_rows(file: TextFile, block: Block, known: dict[int, Record], width: int) -> tuple[list, list[Note]]:
    """(row number, cells) of every data row, and a note for each that was not as the others are."""
    good = [cells_ for _, cells_ in block.data[: max(10, min(300, MOST_CELLS // width))] if len(cells_) == width]
    shape = (width, cells.column_looks(good, width))
    rows, notes = [], []
    for number, cells_ in block.data:
        fit, found = fitted(number, cells_, known[number].raw, file.dialect, shape)
        rows.append((number, fit))
        if found:
            notes.append(found)
        elif not known[number].regular:
            notes.append(
                note(
                    number,
                    "repaired",
                    f"Row {number} has a quote where none belongs; it was read as text.",
                    known[number].raw,
                )
            )
    below = footer_notes(block.data, width, known)
    told = {footer.row_number for footer in below}
    return rows, [found for found in notes if found.row_number not in told] + below


def is_clean(block: Block, known: dict[int, Record], width: int) -> bool:
    """Rows are consecutive, of one width, and every quote in the file is in its place."""
    numbers = [number for number, _ in block.data]
    consecutive = width <= WIDEST_SCAN and (not numbers or numbers[-1] - numbers[0] + 1 == len(numbers))
    # To DuckDB a last line of delimiters only, and a blank one of a one-column file, is a row of its own.
    last = numbers[-1] if numbers else max((number for number, _ in block.header), default=0)
    below = [record for number, record in known.items() if number > last]
    ends = all(record.raw == "" for record in below) and (width > 1 or not below)
    return consecutive and ends and all(record.regular for record in known.values())


def emptied(row: Sequence[str], width: int) -> tuple[str | None, ...]:
    """The row at full width, None for an empty cell."""
    return tuple(cell or None for cell in row) + (None,) * (width - len(row))
