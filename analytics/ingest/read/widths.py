"""How many fields the rows of a table have."""

from collections import Counter
from collections.abc import Sequence

Row = tuple[int, Sequence[str]]


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


def early_width(rows: Sequence[Row], body_from: int) -> int:
    """The commonest number of fields in the first rows of a body."""
    return usual_width([cells_ for _, cells_ in rows[body_from - 1 : body_from + 30]])
