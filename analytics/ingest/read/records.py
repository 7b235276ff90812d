"""Records of a text file, read tolerantly: a quote that does not fit is text, a line that does not fit is told."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from analytics.ingest.read.cells import is_value, look

# A cell may run over this many lines; while the dialect is still unknown, over fewer.
LONGEST_RECORD_LINES = 500
LONGEST_SNIFFED_LINES = 30
LONGEST_RECORD = 512 * 1024


@dataclass(frozen=True)
class Dialect:
    """How fields are told apart. quote '' = none used; escape equals quote when quotes are doubled."""

    delimiter: str
    quote: str = '"'
    escape: str = '"'


# Of a text whose cells are told apart by their place.
NO_DIALECT = Dialect("\x00", "", "")


@dataclass(slots=True)
class Record:
    """One record: where it stands, its fields, and whether every quote was where the dialect wants it.

    number : 1-based record number, blank lines counted.
    """

    number: int
    fields: list[str]
    regular: bool
    raw: str


@dataclass(slots=True)
class Fields:
    """Fields of one stretch of text. open_from: index of a field whose closing quote is missing, else None."""

    cells: list[str]
    regular: bool
    open_from: int | None
    quoted: list[int]


def lines_of(text: str) -> Iterator[str]:
    """Physical lines with their ends, which are CR, LF or CR LF and nothing else."""
    return iter(io.StringIO(text, newline=""))


def records_of(lines: Iterator[str], dialect: Dialect, width: int | None) -> Iterator[Record]:
    """Every record of the file, blank ones too (no fields).

    width : fields that a record usually has; settles whether a stray quote opens a long cell or is text.
    """
    waiting: list[str] = []
    number = 0
    while (line := waiting.pop(0) if waiting else next(lines, None)) is not None:
        number += 1
        body = line.rstrip("\r\n")
        if not dialect.quote or dialect.quote not in body:
            yield Record(number, plain_fields(body, dialect), True, body)
            continue
        quick = quick_fields(body, dialect)
        if quick is not None:
            yield Record(number, quick, True, body)
            continue
        fields, used, rest = quoted_record(line, lines, waiting, dialect, width)
        waiting = rest
        yield Record(number, fields.cells, fields.regular, used)


def plain_fields(body: str, dialect: Dialect) -> list[str]:
    """Fields of a line without quotes; none for a blank line."""
    if not body.strip(" \t") and dialect.delimiter not in body:
        return []
    if dialect.escape == "\\" and "\\" in body:
        return split_fields(body, dialect).cells
    return body.split(dialect.delimiter)


def quick_fields(body: str, dialect: Dialect) -> list[str] | None:
    """Fields of a line whose quotes are all where they belong and none within a cell; None for any other line."""
    if dialect.escape != dialect.quote or len(dialect.delimiter) > 1:
        return None
    try:
        (fields,) = csv.reader((body,), delimiter=dialect.delimiter, quotechar=dialect.quote, strict=True)
    except (csv.Error, ValueError):
        return None
    return None if any(dialect.quote in field for field in fields) else fields


def quoted_record(line: str, lines: Iterator[str], waiting: list[str], dialect: Dialect, width: int | None):
    """(fields, raw text, lines read ahead but not used) of the record that starts with this line."""
    single = best_fields(line.rstrip("\r\n"), dialect, width)
    if single.open_from is None:
        return single, line.rstrip("\r\n"), waiting
    longer, used = joined_fields(line, lines, waiting, dialect, width)
    literal = closed(line.rstrip("\r\n"), dialect, width)
    if longer is not None and not stray(longer, literal, used, dialect, width):
        return longer, "".join(used).rstrip("\r\n"), waiting[len(used) - 1 :]
    return literal, line.rstrip("\r\n"), waiting


def joined_fields(line: str, lines: Iterator[str], waiting: list[str], dialect: Dialect, width: int | None):
    """(fields, lines used) once the open cell is closed by a later line; (None, []) when none closes it."""
    used, length = [line], len(line)
    longest = LONGEST_SNIFFED_LINES if width is None else LONGEST_RECORD_LINES
    while len(used) < longest and length < LONGEST_RECORD:
        if len(waiting) < len(used):
            following = next(lines, None)
            if following is None:
                break
            waiting.append(following)
        used.append(waiting[len(used) - 1])
        length += len(used[-1])
        if dialect.quote not in used[-1]:
            continue
        fields = best_fields("".join(used).rstrip("\r\n"), dialect, width)
        if fields.open_from is None:
            return fields, used
    return None, []


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
