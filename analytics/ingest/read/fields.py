"""One stretch of text cut into fields by the letter of a dialect; a quote that does not fit is text."""

from dataclasses import dataclass

from analytics.ingest.read.dialect import Dialect


@dataclass(slots=True)
class Fields:
    """Fields of one stretch of text. open_from: index of a field whose closing quote is missing, else None."""

    cells: list[str]
    regular: bool
    open_from: int | None
    quoted: list[int]


def split_fields(
    text: str, dialect: Dialect, pair_closes: bool = False, literal: frozenset[int] = frozenset()
) -> Fields:
    """Fields of one stretch of text.

    pair_closes : a doubled quote before a delimiter is a quote and the end of the cell.
    literal     : indexes of fields whose opening quote is text.
    """
    cells: list[str] = []
    quoted: list[int] = []
    regular, place, end = True, 0, len(text)
    while True:
        start = skip_blanks(text, place, dialect)
        if text.startswith(dialect.quote, start) and dialect.quote and len(cells) not in literal:
            value, place, fine = quoted_value(text, start + 1, dialect, pair_closes)
            quoted.append(len(cells))
            if place < 0:
                return Fields([*cells, value], regular and fine, len(cells), quoted)
        else:
            value, place = plain_value(text, place, dialect)
            fine = not dialect.quote or dialect.quote not in value
        cells.append(value)
        regular = regular and fine
        if place >= end:
            return Fields(cells, regular, None, quoted)
        place += len(dialect.delimiter)


def skip_blanks(text: str, place: int, dialect: Dialect) -> int:
    """Where the field starts when blanks stand before its quote; blanks before anything else belong to it."""
    start = place
    while text.startswith(" ", start) and dialect.delimiter != " ":
        start += 1
    return start if dialect.quote and text.startswith(dialect.quote, start) else place


def plain_value(text: str, place: int, dialect: Dialect) -> tuple[str, int]:
    """(value, place of its end) of a field without quotes around it."""
    stop = text.find(dialect.delimiter, place)
    if dialect.escape == "\\":
        while stop > 0 and text[stop - 1] == "\\":
            stop = text.find(dialect.delimiter, stop + 1)
        value = text[place:stop] if stop >= 0 else text[place:]
        return value.replace("\\" + dialect.delimiter, dialect.delimiter), stop if stop >= 0 else len(text)
    return (text[place:stop], stop) if stop >= 0 else (text[place:], len(text))


def quoted_value(text: str, place: int, dialect: Dialect, pair_closes: bool) -> tuple[str, int, bool]:
    """(value, place after it or -1 when it is never closed, every quote regular) of a field in quotes."""
    parts: list[str] = []
    fine, quote = True, dialect.quote
    while True:
        at = text.find(quote, place)
        if at < 0:
            return "".join([*parts, text[place:]]), -1, fine
        if dialect.escape == "\\" and backslashed(text, at, place):
            parts.append(text[place : at - 1] + quote)
            place = at + 1
            continue
        after = end_of_field(text, at + 1, dialect)
        pair = dialect.escape == quote and text.startswith(quote, at + 1)
        if pair and pair_closes and end_of_field(text, at + 2, dialect) >= 0:
            return "".join([*parts, text[place : at + 1]]), end_of_field(text, at + 2, dialect), False
        if pair:
            parts.append(text[place : at + 1])
            place = at + 2
        elif after >= 0:
            return "".join([*parts, text[place:at]]), after, fine
        else:
            fine = False
            parts.append(text[place : at + 1])
            place = at + 1


def backslashed(text: str, at: int, place: int) -> bool:
    """An odd number of backslashes stands before this place."""
    count = 0
    while at - 1 - count >= place and text[at - 1 - count] == "\\":
        count += 1
    return count % 2 == 1


def end_of_field(text: str, place: int, dialect: Dialect) -> int:
    """Where the delimiter or the end of the text comes, blanks skipped; -1 when something else comes first."""
    while text.startswith(" ", place) and not text.startswith(dialect.delimiter, place):
        place += 1
    return place if place >= len(text) or text.startswith(dialect.delimiter, place) else -1
