"""Where one table ends and the next begins on the same sheet or in the same file."""

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.ingest.read import cells
from analytics.ingest.read.banners import LONGEST_BANNER, Row, is_banner, lists_addresses, settings_above
from analytics.ingest.read.beside import cut_apart, stretches
from analytics.ingest.read.header import Top, top_of
from analytics.ingest.read.likeness import body_of, filled_count, likeness
from analytics.ingest.read.widths import early_width, extent, usual_width, without_gaps

SMALLEST_TABLE = 2
SMALLEST_JOINED_TABLE = 4
TITLE_ROWS = 3
SAMPLE = 200


@dataclass(frozen=True)
class Block:
    """Rows of one table in order, blank ones left out: banner, header, data.

    width : usual number of fields of the data rows, or of the header where it is wider.
    """

    rows: list[Row]
    top: Top
    width: int

    @property
    def banner(self) -> list[Row]:
        return self.rows[: self.top.first]

    @property
    def header(self) -> list[Row]:
        return self.rows[self.top.first : self.top.first + self.top.height]

    @property
    def data(self) -> list[Row]:
        return self.rows[self.top.first + self.top.height :]


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """The tables that the filled rows of a sheet make up, in order; at least one row given.

    rows : (row number, cells); a jump in row numbers is a blank row.
    """
    blocks: list[Block] = []
    start = 0
    while start < len(rows):
        banner = settings_above(rows, start)
        if lists_addresses(rows[start : start + banner]):
            blocks += apart(block_from(rows[start : start + banner]))
            start += banner
            continue
        block = block_from(rows[start:], banner)
        if above := table_above(rows, start, block):
            blocks += apart(block_from(rows[start:above]))
            start = above
            continue
        end = next_table(rows, start, block)
        if end < len(rows) and not blocks and is_banner(rows[start:end], rows[end:]):
            block = block_from(rows[start:], end - start)
            end = next_table(rows, start, block)
        blocks += apart(block_from(rows[start:end], len(block.banner)) if end < len(rows) else block)
        start = end
    return blocks


def table_above(rows: Sequence[Row], start: int, block: Block) -> int | None:
    """Where a table ends that was taken for the banner of a wider one below it; None where there is none.

    It ends at a blank row, or, where no banner is as long, right above the header found.
    """
    top = start + block.top.first
    first = start + title_count([row for _, row in rows[start:top]])
    blank = next((at for at in range(first + 1, top + 1) if rows[at][0] > rows[at - 1][0] + 1), None)
    end = blank or (top if block.top.first > LONGEST_BANNER else None)
    if end is None or end - first < SMALLEST_JOINED_TABLE:
        return None
    width = extent(rows[first][1])
    even = sum(extent(row) <= width and filled_count(row) > 2 for _, row in rows[first:end])
    is_even = width < block.width and even >= 0.8 * (end - first)
    return end if is_even and is_table(rows[:end], first, True, block) else None


def apart(block: Block) -> list[Block]:
    """The block, or the tables in it that stand beside each other."""
    header = block.header[-1][1] if block.header else ()
    found = stretches(header, block.data, block.width) if header else []
    if len(found) < 2:
        return [block]
    cut = cut_apart(block.rows, block.top, found)
    return [Block(rows, block.top, end - start) for rows, (start, end) in zip(cut, found, strict=True)]


def block_from(rows: Sequence[Row], banner: int = 0) -> Block:
    """One block with its width and its top. banner: rows known to stand above the header."""
    rows = list(rows)
    width = usual_width([cells_ for _, cells_ in rows[banner : banner + 2000]])
    top = top_of([cells_ for _, cells_ in rows[banner : banner + SAMPLE * 2]], width)
    top = Top(top.first + banner, top.height)
    for place in range(top.first, top.first + top.height):
        rows[place] = (rows[place][0], without_gaps(rows[place][1], width))
    header = rows[top.first : top.first + top.height]
    return Block(rows, top, max([width, *(extent(cells_) for _, cells_ in header)]))


def next_table(rows: Sequence[Row], start: int, block: Block) -> int:
    """Index of the first row of the table after this one; len(rows) when there is none."""
    body_from = start + block.top.first + max(1, block.top.height)
    own_width = early_width(rows, body_from)
    for index in range(body_from, len(rows)):
        apart = rows[index][0] > rows[index - 1][0] + 1
        changed = len(rows[index][1]) != own_width and len(rows[index - 1][1]) != len(rows[index][1])
        if not (apart or changed):
            continue
        if is_table(rows, index, apart, block) and not_data(rows, index, body_from, own_width):
            return index
    return len(rows)


def not_data(rows: Sequence[Row], index: int, body_from: int, width: int) -> bool:
    """The row cannot be one more row of the table above it: a title, or names over columns of values."""
    row = rows[index][1]
    if filled_count(row) == 1 or len(row) != width:
        return True
    sample = [
        cells_ for place, (_, cells_) in enumerate(rows[body_from : body_from + SAMPLE], body_from) if place != index
    ]
    return likeness(row, *body_of(sample, 0, width)) > 0.1 * len(row)


def is_table(rows: Sequence[Row], index: int, apart: bool, block: Block) -> bool:
    """A table of its own starts here: perhaps a title, then names, then rows of one width that are unlike names."""
    own = run_from(rows, index)
    if len(own) < (SMALLEST_TABLE if apart else SMALLEST_JOINED_TABLE):
        return False
    own = own[title_count(own) :] if apart else own
    if len(own) < SMALLEST_TABLE or filled_count(own[0]) < 2:
        return False
    names = [cell.strip() for cell in own[0]]
    if names == [cell.strip() for cell in block.header[0][1]] if block.header else False:
        return False
    width = max(extent(own[0]), 1)
    if not apart and any(len(row) != len(own[0]) for row in own[1:SMALLEST_JOINED_TABLE]):
        return False
    if all(extent(row) <= width * 0.5 for row in own[1:3]) or any(cells.is_value(name) for name in names if name):
        return False
    return likeness(own[0], *body_of(own, 1, width)) > 0.15 * filled_count(own[0])


def title_count(own: list[Sequence[str]]) -> int:
    """How many rows of one cell stand first: the title of a table, which is no part of its shape."""
    return next(
        (place for place, row in enumerate(own[:TITLE_ROWS]) if filled_count(row) != 1), min(TITLE_ROWS, len(own))
    )


def run_from(rows: Sequence[Row], index: int) -> list[Sequence[str]]:
    """Rows from here to the next blank one, at most a sample."""
    run = [rows[index][1]]
    for place in range(index + 1, min(len(rows), index + 40)):
        if rows[place][0] > rows[place - 1][0] + 1:
            break
        run.append(rows[place][1])
    return run
