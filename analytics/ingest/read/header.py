"""Which rows of a block are banner, which are its header, and where its data begin."""

from collections.abc import Sequence
from dataclasses import dataclass

from analytics.ingest.read import cells
from analytics.ingest.read.likeness import BODY_SAMPLE, body_of, filled_count, likeness

LOOK_AHEAD = 40
TALLEST = 3
FURTHER = 12


@dataclass(frozen=True)
class Top:
    """first: index of the first header row (or of the first data row when there is none). height: header rows."""

    first: int
    height: int


def top_of(rows: Sequence[Sequence[str]], width: int) -> Top:
    """Where the header of a block stands.

    rows  : filled rows of one block in order, lists of text.
    width : its usual number of fields.
    """
    first = first_full_row(rows, width)
    if first is None:
        return Top(0, 0)
    chance = chance_of(rows, first, width)
    for later in fuller_rows(rows, first, width):
        other = chance_of(rows, later, width)
        if other > max(chance, 0) + 0.3 * width:
            first, chance = later, other
    if chance <= 0:
        under = under_odd_line(rows, width)
        return Top(under, 1) if under else Top(titles_above(rows, width), 0)
    groups = groups_above(rows, first)
    height = height_of(rows, first, width)
    if height == 2 and is_dated_title(rows[first], rows[first + 1]):
        return Top(first + 1, 1)
    return Top(first - groups, height + groups)


def chance_of(rows: Sequence[Sequence[str]], index: int, width: int) -> float:
    """Likeness of one row to column names, over the rows under it; where it stands again further down is no row."""
    start, header = index + 1 + repeat_count(rows, index), list(rows[index])
    under = [row for row in rows[start : start + 2 * BODY_SAMPLE] if list(row) != header]
    return likeness(rows[index], *body_of(under, 0, width))


def fuller_rows(rows: Sequence[Sequence[str]], first: int, width: int) -> list[int]:
    """Full rows a little further down, as long as no row before them is full: above them may be a banner."""
    for index in range(first, min(len(rows) - 1, first + FURTHER)):
        if filled_count(rows[index]) >= width:
            return [index] if index > first else []
    return []


def under_odd_line(rows: Sequence[Sequence[str]], width: int) -> int:
    """Index of names under one or two lines of another width, as programs put before their exports; 0 for none."""
    for index in range(1, min(3, len(rows) - 1)):
        odd = all(len(row) != width for row in rows[:index])
        names = rows[index]
        full = len(names) == width and all(map(str.strip, names)) and not any(map(cells.is_value, names))
        if odd and full and chance_of(rows, index, width) > 0.1 * width:
            return index
    return 0


def titles_above(rows: Sequence[Sequence[str]], width: int) -> int:
    """Rows at the start that hold one cell only, in a table without a header."""
    count = 0
    while width > 2 and count < len(rows) - 1 and filled_count(rows[count]) == 1 and count < LOOK_AHEAD:
        count += 1
    return count


def repeat_count(rows: Sequence[Sequence[str]], first: int) -> int:
    """How many rows right below say the same again."""
    count = 0
    while first + count + 1 < len(rows) and list(rows[first + count + 1]) == list(rows[first]):
        count += 1
    return count


def first_full_row(rows: Sequence[Sequence[str]], width: int) -> int | None:
    """The first row that is about as full as the rows of the body; rows above it are a banner."""
    ahead = rows[: LOOK_AHEAD * 5]
    # Not the median: of a short table under a long banner that would be a banner row.
    fills = sorted(filled_count(row) for row in rows[:BODY_SAMPLE])
    usual = fills[int(0.65 * (len(fills) - 1))] if fills else 0
    for index, row in enumerate(ahead):
        if filled_count(row) >= max(1, min(width * 0.6, usual * 0.75)) and len(row) >= min(width, 2):
            return index
    return 0 if rows else None


def groups_above(rows: Sequence[Sequence[str]], first: int) -> int:
    """1 when the row above groups the columns under it: several names with gaps between them; else 0."""
    if first == 0:
        return 0
    above = rows[first - 1]
    places = [place for place, cell in enumerate(above) if cell and cell.strip()]
    gaps = len(places) >= 2 and places[-1] - places[0] >= len(places)
    wordy = all(not cells.is_value(above[place]) and len(above[place]) <= 60 for place in places)
    return int(gaps and wordy and len(above) <= len(rows[first]) + 1)


def height_of(rows: Sequence[Sequence[str]], first: int, width: int) -> int:
    """Header rows from `first` on: its repeats, and one row of units or more names under it."""
    height = 1 + min(TALLEST - 1, repeat_count(rows, first))
    if height > 1 or first + 1 >= len(rows) - 1:
        return height
    looks, _, _ = body_of(rows, first + 2, width)
    return 2 if second_line(rows[first + 1], looks) or units(rows[first + 1]) else 1


def is_dated_title(above: Sequence[str], names: Sequence[str]) -> bool:
    """A title with the day of the report over names without any value: a banner, not a first line of names."""
    dated = any(cells.look(cell) == cells.DATE for cell in above)
    return dated and list(above) != list(names) and not any(map(cells.is_value, names))


def units(row: Sequence[str]) -> bool:
    """Short words, at least two of them and a third in brackets: metres, euros, degrees."""
    names = [cell.strip() for cell in row if cell.strip()]
    bracketed = sum(name[:1] in "([" and name[-1:] in ")]" for name in names)
    short = all(len(name) <= 12 and not any(map(str.isdigit, name)) for name in names)
    return short and bracketed >= 2 and bracketed >= len(names) / 3


def second_line(row: Sequence[str], looks: list[dict[str, float]]) -> bool:
    """Words over every column that holds numbers or dates from the next row on."""
    valued = [place for place, look in enumerate(looks) if look.get(cells.NUMBER, 0) + look.get(cells.DATE, 0) > 0.8]
    valued = [place for place in valued if place < len(row)]
    enough = len(valued) >= max(1, len(looks) / 4)
    kinds = [cells.look(row[place]) for place in valued]
    plain = not any(cells.is_value(cell) or len(cell) > 40 for cell in row)
    return enough and plain and all(kind in (cells.WORDS, cells.OTHER) for kind in kinds)
