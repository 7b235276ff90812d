"""Records of a text file, read tolerantly: a quote that does not fit is text, a line that does not fit is told."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from analytics.ingest.read.dialect import Dialect
from analytics.ingest.read.fields import split_fields
from analytics.ingest.read.stray_quotes import best_fields, closed, stray

# A cell may run over this many lines; while the dialect is still unknown, over fewer.
LONGEST_RECORD_LINES = 500
LONGEST_SNIFFED_LINES = 30
LONGEST_RECORD = 512 * 1024


@dataclass(slots=True)
class Record:
    """One record: where it stands, its fields, and whether every quote was where the dialect wants it.

    number : 1-based record number, blank lines counted.
    """

    number: int
    fields: list[str]
    regular: bool
    raw: str


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
