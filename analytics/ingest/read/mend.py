"""Rows that do not fit their table: put right where only one reading fits, else padded or kept wide, always told."""

import re
from collections.abc import Sequence

from analytics.ingest.read import cells
from analytics.ingest.read.dialect import NO_DIALECT, Dialect
from analytics.ingest.read.fields import split_fields
from analytics.ingest.read.rejoined import rejoined
from analytics.ingest.read.table import Note, note

OTHER_DELIMITERS = (";", "\t", "|", ",", " ")


def fitted(number: int, fields: Sequence[str], raw: str, dialect: Dialect, shape: tuple[int, list]):
    """(cells, note or None) for one record.

    shape : (number of columns, looks of each column); a row that cannot be fitted to it is padded or kept wide.
    """
    width, looks = shape
    if len(fields) == width:
        return list(fields), None
    if len(fields) < width:
        found = resplit(fields, raw, dialect, shape)
    else:
        found = surplus_left_out(fields, shape) or rejoined(fields, raw, dialect, shape)
    if found is not None:
        return found[0], note(number, "repaired", found[1], raw)
    if len(fields) < width:
        return padded(number, fields, raw, width)
    return wide(number, fields, raw, width)


def padded(number: int, fields: Sequence[str], raw: str, width: int) -> tuple[list[str], Note]:
    """The row with empty cells at its end."""
    missing = width - len(fields)
    message = f"Row {number} has {count_of(len(fields), 'cell')}, not {width}; {missing} left empty at its end."
    return [*fields, *[""] * missing], note(number, "padded", message, raw)


def wide(number: int, fields: Sequence[str], raw: str, width: int) -> tuple[list[str], Note]:
    """The row as it is; empty cells beyond the last column are left out."""
    kept = list(fields)
    while len(kept) > width and not kept[-1].strip():
        kept.pop()
    surplus = len(kept) - width
    if not surplus:
        return kept, note(
            number, "cut", f"Row {number} ends in more delimiters than the others; no value was lost.", raw
        )
    message = f"Row {number} has {count_of(len(kept), 'cell')}, not {width}; the last {surplus} have no column name."
    return kept, note(number, "wide", message, raw)


def count_of(number: int, thing: str) -> str:
    """'1 cell', '3 cells'."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def resplit(fields: Sequence[str], raw: str, dialect: Dialect, shape: tuple[int, list]) -> tuple[list[str], str] | None:
    """The row read with another delimiter, or cut where two quoted cells touch, if that gives every column a cell."""
    width, looks = shape
    if dialect == NO_DIALECT:
        return None
    if len(fields) <= max(2, width // 2):
        for mark in OTHER_DELIMITERS:
            other = (
                split_fields(raw, Dialect(mark, dialect.quote, dialect.escape)) if mark != dialect.delimiter else None
            )
            if other and len(other.cells) == width and other.open_from is None and plausible(other.cells, looks):
                name = {"\t": "tabs", " ": "spaces"}.get(mark, f"'{mark}'")
                return other.cells, f"This row is divided by {name}, unlike the others; it was read that way."
    if len(fields) == width - 1 and dialect.quote:
        options = [cells_ for cells_ in touching(raw, dialect) if len(cells_) == width]
        if options:
            best = max(options, key=lambda cells_: fit(cells_, looks))
            return best, "Two cells stood side by side without a delimiter; the row was cut between them."
    return None


def touching(raw: str, dialect: Dialect):
    """The row with one more delimiter at each place where a quote ends a cell and another cell begins."""
    mark = re.escape(dialect.quote)
    for match in re.finditer(rf"(?<={mark})(?=.)|(?<=.)(?={mark})", raw, re.DOTALL):
        place = match.start()
        before, after = raw[:place], raw[place:]
        if before.endswith(dialect.delimiter) or after.startswith(dialect.delimiter):
            continue
        fields = split_fields(before + dialect.delimiter + after, dialect)
        if fields.open_from is None and fields.regular:
            yield fields.cells


def surplus_left_out(fields: Sequence[str], shape: tuple[int, list]) -> tuple[list[str], str] | None:
    """The row without as many empty cells as it has too many, where that puts its values under their columns."""
    width, looks = shape
    row = list(fields)
    while len(row) > width:
        empty = [place for place, cell in enumerate(row) if not cell.strip()]
        if not empty or (len(row) == width + 1 and not row[-1].strip() and fit(row, looks) >= best_fit(row, looks)):
            return None
        del row[max(empty, key=lambda place: fit(row[:place] + row[place + 1 :], looks))]
    return (
        row,
        "This row had more delimiters than the others; an empty cell was left out so that its values line up.",
    )


def best_fit(row: list[str], looks: list) -> float:
    """The best fit with any one empty cell left out."""
    return max(fit(row[:place] + row[place + 1 :], looks) for place, cell in enumerate(row) if not cell.strip())


def fit(row: Sequence[str], looks: list) -> float:
    """How well the cells of a row look like the cells of their columns."""
    total = 0.0
    for cell, look in zip(row, looks, strict=False):
        kind = cells.look(cell)
        total += 0.3 if kind == cells.EMPTY else look.get(kind, 0.0)
    return total


def plausible(row: Sequence[str], looks: list) -> bool:
    """The filled cells look like most cells of their columns, or like some of each."""
    filled = [(cells.look(cell), look) for cell, look in zip(row, looks, strict=False) if cell.strip()]
    alike = sum(look.get(kind, 0) if look else 1 for kind, look in filled)
    return alike >= 0.45 * len(filled)
