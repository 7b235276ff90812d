"""Quotes where none belongs: which of them are text, settled by the usual number of fields."""

from collections.abc import Iterator

from analytics.ingest.read.cells import is_value, look
from analytics.ingest.read.dialect import Dialect
from analytics.ingest.read.fields import Fields, split_fields


def best_fields(text: str, dialect: Dialect, width: int | None) -> Fields:
    """Fields by the letter of the dialect, or another reading of its stray quotes that has the usual width."""
    first = split_fields(text, dialect)
    if width is None or first.open_from is not None or first.regular or len(first.cells) == width:
        return first
    return other_reading(text, dialect, width, first) or first


def other_reading(text: str, dialect: Dialect, width: int, first: Fields) -> Fields | None:
    """A reading in which some quotes are text and that has the usual width; None when there is none."""
    for other in (split_fields(text, dialect, pair_closes=True), *without_opening(text, dialect, first)):
        if len(other.cells) == width and other.open_from is None:
            other.regular = False
            return other
    return None


def without_opening(text: str, dialect: Dialect, first: Fields) -> Iterator[Fields]:
    """Readings in which the opening quote of one quoted field is text."""
    for index in reversed(first.quoted[-12:]):
        yield split_fields(text, dialect, literal=frozenset({index}))


def closed(text: str, dialect: Dialect, width: int | None) -> Fields:
    """Fields of one line whose unclosed quote is taken for text."""
    literal: frozenset[int] = frozenset()
    fields = split_fields(text, dialect)
    other = other_reading(text, dialect, width, fields) if width else None
    if other:
        return other
    while fields.open_from is not None:
        literal |= {fields.open_from}
        fields = split_fields(text, dialect, literal=literal)
        fields.regular = False
    return fields


def stray(longer: Fields, literal: Fields, used: list[str], dialect: Dialect, width: int | None) -> bool:
    """The quote that opened the long cell is text: the lines that it swallowed are records themselves."""
    if width is None:
        return not longer.regular
    if len(longer.cells) == width and longer.regular:
        last = split_fields(used[-1].rstrip("\r\n"), dialect)
        if len(literal.cells) != width or last.open_from is not None or len(last.cells) != width:
            return False
        return last.regular or swallows_rows(literal, used, dialect)
    return len(literal.cells) == width or not longer.regular


def swallows_rows(literal: Fields, used: list[str], dialect: Dialect) -> bool:
    """Each line of the long cell, read by itself, is a row like the first: numbers and dates stand where it has them.

    A number alone is too little: it may begin a line of a text. In the first and last column, where a line has as many
    delimiters by chance, two numbers are too.
    """
    opened = split_fields(used[0].rstrip("\r\n"), dialect).open_from
    width = len(literal.cells)
    values = {at: look(cell) for at, cell in enumerate(literal.cells) if at != opened and is_value(cell)}
    if len(set(values.values()) if opened in (0, width - 1) else values) < 2:
        return False
    lines = [closed(line.rstrip("\r\n"), dialect, width).cells for line in used[1:]]
    return all(len(line) == width and all(look(line[at]) == kind for at, kind in values.items()) for line in lines)
