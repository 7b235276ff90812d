"""Rows above a table that are no table themselves: titles, settings of a report."""

import re
from collections import Counter
from collections.abc import Sequence

from analytics.ingest.read.likeness import filled_count

Row = tuple[int, Sequence[str]]
LONGEST_BANNER = 13
FEWEST_ADDRESSES = 3
ADDRESS = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]{2,}")


def settings_above(rows: Sequence[Row], start: int) -> int:
    """Rows before an early blank one that fill at most two cells, above a table that is much wider.

    A row with somebody's e-mail below the blank one is no header: it goes on with what stands above.
    """
    for index in range(start + 1, min(len(rows), start + LONGEST_BANNER)):
        if rows[index][0] > rows[index - 1][0] + 1:
            if any(ADDRESS.fullmatch((cell or "").strip()) for cell in rows[index][1]):
                return 0
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
