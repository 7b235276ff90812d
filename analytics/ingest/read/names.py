"""The names of the columns, from the one or more rows that a header is made of."""

from analytics.ingest.read.blocks import Block

# No width at all, so nobody sees them in a column name: zero-width blanks and a byte-order mark pasted in.
NO_WIDTH = "\u200b\u2060\ufeff"


def header_of(block: Block) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """(names, header rows): the names are the rows joined by a space, a repeated row said once."""
    lines = tuple(tuple(cell.strip().strip(NO_WIDTH).strip() for cell in cells_) for _, cells_ in block.header)
    if not lines:
        return (), ()
    width = max(map(len, lines))
    distinct = list(dict.fromkeys(lines))
    if len(distinct) > 1:
        distinct = [carried_on(distinct[0], distinct[1]), *distinct[1:]]
    names = [
        " ".join(dict.fromkeys(line[place] for line in distinct if place < len(line) and line[place]))
        for place in range(width)
    ]
    return tuple(names), lines


def carried_on(groups: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Group names carried on to the right over the gaps that have names under them."""
    found, last = [], ""
    for place in range(max(len(groups), len(names))):
        cell = groups[place] if place < len(groups) else ""
        last = cell or (last if place < len(names) and names[place] else "")
        found.append(last)
    return tuple(found)
