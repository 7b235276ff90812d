"""Cells that were cut in two because a delimiter inside them was not quoted: `1,200.00`, `12,50`, `Smith, Ann`."""

import re
from collections.abc import Sequence
from itertools import combinations

from analytics.ingest.read import cells
from analytics.ingest.read.dialect import Dialect

THOUSANDS = re.compile(r"[-+(]?\W?\d{1,3}(?:,\d{3})+(?:\.\d+)?\W?")
WHOLE_PART, FEW_DIGITS = re.compile(r"[-+]?\d+"), re.compile(r"\d{2}")
MOST_SURPLUS, MOST_CELLS, ENOUGH_LIKE = 2, 40, 0.1


def rejoined(
    fields: Sequence[str], raw: str, dialect: Dialect, shape: tuple[int, list]
) -> tuple[list[str], str] | None:
    """A row that is too wide with its cut cells put together, where only one way gives each column a cell like its own.

    shape : (number of columns, looks of each column).
    """
    width, looks = shape
    surplus = len(fields) - width
    if not 0 < surplus <= MOST_SURPLUS or len(fields) > MOST_CELLS or not all(looks):
        return None
    ways = [joined(fields, places, dialect.delimiter) for places in combinations(range(1, len(fields)), surplus)]
    found = [way for way in ways if fits_all(way[0], looks) and all(part in raw for part in way[1])]
    is_plain = fits_all(fields[:width], looks)
    sure = [way for way in found if not is_plain or all(map(is_one_cell, way[1]))]
    if len(sure) != 1:
        return None
    parts = " and ".join(f"'{part[:40]}'" for part in sure[0][1])
    return sure[0][0], f"A delimiter inside a cell was not quoted; {parts} was read as one cell."


def joined(fields: Sequence[str], places: tuple[int, ...], delimiter: str) -> tuple[list[str], list[str]]:
    """(the row with the cells at these places joined to those before them, the cells that came of it)."""
    row: list[str] = []
    made = set()
    for place, cell in enumerate(fields):
        if place in places:
            row[-1] += delimiter + cell
            made.add(len(row) - 1)
        else:
            row.append(cell)
    return row, [row[place] for place in sorted(made)]


def is_one_cell(text: str) -> bool:
    """An amount with its thousands set apart, or words after a comma and a blank."""
    return bool(THOUSANDS.fullmatch(text.strip())) or (", " in text and not any(map(str.isdigit, text)))


def fits_all(row: Sequence[str], looks: list) -> bool:
    """Every filled cell looks like some cells of its column; a comma between words does not make them anything else."""
    return all(
        max(look.get(cells.look(text), 0) for text in (cell, cell.replace(", ", " "))) >= ENOUGH_LIKE
        for cell, look in zip(row, looks, strict=True)
        if cell.strip()
    )


def cut_column(names: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The column that every row has cut in two at its decimal comma; None unless exactly one can be it.

    names : of the columns, one fewer than the rows have cells.
    """
    width = len(names) + 1
    full = [row for row in rows if len(row) == width]
    if len(full) < 2 or len(full) < len(rows):
        return None
    found = [place for place in range(width - 1) if is_cut([(row[place], row[place + 1]) for row in full])]
    return found[0] if len(found) == 1 else None


def is_cut(pairs: list[tuple[str, str]]) -> bool:
    """Whole numbers with always two digits after them."""
    return all(WHOLE_PART.fullmatch(before.strip()) and FEW_DIGITS.fullmatch(after.strip()) for before, after in pairs)
