"""Two tables that stand beside each other on one sheet, with an empty column between them."""

from collections.abc import Sequence

from analytics.ingest.read.header import Top

Row = tuple[int, Sequence[str]]
FEWEST_COLUMNS = 2
FEWEST_ROWS = 2


def stretches(header: Sequence[str], data: Sequence[Row], width: int) -> list[tuple[int, int]]:
    """(first column, column after the last) of each table; one stretch when there is one table.

    An empty column alone is only a wide margin inside a table. Two tables have names of their own: the same name on
    both sides, or one table ends earlier and is full until then.
    """
    names = [*(name.strip() for name in header), *[""] * (width - len(header))]
    empty = [
        place
        for place in range(width)
        if not names[place] and not any(place < len(row) and row[place].strip() for _, row in data)
    ]
    found = [part for part in parts_between(empty, width) if part[1] > part[0]]
    if len(found) < 2 or any(end - start < FEWEST_COLUMNS for start, end in found) or len(data) < FEWEST_ROWS:
        return [(0, width)]
    if any(not all(names[start:end]) for start, end in found):
        return [(0, width)]
    return found if names_repeat(names, found) or heights_differ(data, found) else [(0, width)]


def parts_between(empty: list[int], width: int) -> list[tuple[int, int]]:
    """The stretches of columns between the empty ones."""
    edges = [-1, *empty, width]
    return [(before + 1, after) for before, after in zip(edges, edges[1:], strict=False)]


def names_repeat(names: list[str], found: list[tuple[int, int]]) -> bool:
    """A name stands in two of the stretches."""
    sets = [{name.lower() for name in names[start:end]} for start, end in found]
    return sum(map(len, sets)) > len(set().union(*sets))


def heights_differ(data: Sequence[Row], found: list[tuple[int, int]]) -> bool:
    """The first columns of the stretches are full down to different rows, and nothing stands below those rows."""
    heights = [height_of(data, start, end) for start, end in found]
    return None not in heights and len(set(heights)) > 1 and min(heights) >= FEWEST_ROWS


def height_of(data: Sequence[Row], start: int, end: int) -> int | None:
    """How many rows a stretch has; None when its first column has gaps or something stands below its end."""
    filled = [any(map(str.strip, row[start:end])) for _, row in data]
    height = sum(filled)
    keyed = all(len(row) > start and row[start].strip() for _, row in data[:height])
    return height if keyed and all(filled[:height]) else None


def cut_apart(rows: Sequence[Row], top: Top, found: list[tuple[int, int]]) -> list[list[Row]]:
    """The rows of each stretch: header and data sliced, rows with nothing in it left out; the banner goes to each."""
    banner, rest = rows[: top.first], rows[top.first :]
    tables = []
    for start, end in found:
        cut = [(number, [*row, *[""] * (end - len(row))][start:end]) for number, row in rest]
        tables.append([*banner, *(row for row in cut if any(map(str.strip, row[1])))])
    return tables
