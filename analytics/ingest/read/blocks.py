"""Where one table ends and the next begins on the same sheet or in the same file."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analytics.ingest.read import cells
from analytics.ingest.read.beside import cut_apart, stretches
from analytics.ingest.read.header import Top, top_of
from analytics.ingest.read.likeness import body_of, filled_count, likeness

Row = tuple[int, Sequence[str]]
SMALLEST_TABLE = 2
SMALLEST_JOINED_TABLE = 4
TITLE_ROWS = 3
LONGEST_BANNER = 13
SAMPLE = 200
FEWEST_ADDRESSES = 3
ADDRESS = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]{2,}")


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
        end = next_table(rows, start, block)
        if end < len(rows) and not blocks and is_banner(rows[start:end], rows[end:]):
            block = block_from(rows[start:], end - start)
            end = next_table(rows, start, block)
        blocks += apart(block_from(rows[start:end], len(block.banner)) if end < len(rows) else block)
        start = end
    return blocks


def apart(block: Block) -> list[Block]:
    """The block, or the tables in it that stand beside each other."""
    header = block.header[-1][1] if block.header else ()
    found = stretches(header, block.data, block.width) if header else []
    if len(found) < 2:
        return [block]
    cut = cut_apart(block.rows, block.top, found)
    return [Block(rows, block.top, end - start) for rows, (start, end) in zip(cut, found, strict=True)]


def settings_above(rows: Sequence[Row], start: int) -> int:
    """Rows before an early blank one that fill at most two cells, above a table that is much wider."""
    for index in range(start + 1, min(len(rows), start + LONGEST_BANNER)):
        if rows[index][0] > rows[index - 1][0] + 1:
            fill = max(filled_count(cells_) for _, cells_ in rows[start:index])
            body = [filled_count(cells_) for _, cells_ in rows[index : index + 20]]
            return index - start if fill <= 2 and len(body) > 1 and sorted(body)[len(body) // 2] >= 2 * fill else 0
    return 0


def is_banner(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Few rows of at most two cells stand above more rows: settings of the report, no table."""
    narrow = all(filled_count(cells_) <= 2 for _, cells_ in above) and not lists_addresses(above)
    return (
        narrow and len(above) <= LONGEST_BANNER and (len(above) < len(below) / 2 or any(len(c) == 1 for _, c in above))
    )


def lists_addresses(rows: Sequence[Row]) -> bool:
    """Three e-mail addresses under each other are people, however narrow the table; settings of a report name one."""
    places = Counter(
        place for _, row in rows for place, cell in enumerate(row) if cell and ADDRESS.fullmatch(cell.strip())
    )
    return any(count >= FEWEST_ADDRESSES for count in places.values())


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


def without_gaps(names: Sequence[str], width: int) -> list[str]:
    """A header with more fields than the rows under it, less the empty ones that it has too many."""
    kept = list(names)
    while len(kept) > width and any(not name.strip() for name in kept):
        kept.pop(max(place for place, name in enumerate(kept) if not name.strip()))
    return kept if len(kept) == width else list(names)


def extent(row: Sequence[str]) -> int:
    """Cells up to the last filled one."""
    for place in range(len(row), 0, -1):
        if row[place - 1] and row[place - 1].strip():
            return place
    return 0


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """The commonest number of fields, wider ones counting more: a short table may stand under a long banner."""
    counts = Counter(len(row) for row in rows)
    return max(counts, key=lambda width: (counts[width] * (0.4 if width == 1 else min(1 + width / 8, 2)), width))


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


def early_width(rows: Sequence[Row], body_from: int) -> int:
    """The commonest number of fields in the first rows of a body."""
    return usual_width([cells_ for _, cells_ in rows[body_from - 1 : body_from + 30]])


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
    titles = 0
    while apart and titles < TITLE_ROWS and titles < len(own) and filled_count(own[titles]) == 1:
        titles += 1
    own = own[titles:]
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


def run_from(rows: Sequence[Row], index: int) -> list[Sequence[str]]:
    """Rows from here to the next blank one, at most a sample."""
    run = [rows[index][1]]
    for place in range(index + 1, min(len(rows), index + 40)):
        if rows[place][0] > rows[place - 1][0] + 1:
            break
        run.append(rows[place][1])
    return run
