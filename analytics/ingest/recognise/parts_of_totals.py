"""Columns of money that make up a total: an amount, what is taken off it, and the taxes and shipping put on it."""

from collections.abc import Sequence
from itertools import combinations

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.fees_and_taxes import cents
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Sheet

# More columns of tax and shipping than these are a matrix.
MOST_ADDED = 4


def added_on(
    rows: Sequence[Sequence], totals: Sequence[int], less: Sequence[int], added: Sequence[int]
) -> tuple[int, ...] | None:
    """Which of `added` make the totals together out of the first of `less` without the others; None where none do.

    Places of columns; it has to hold on every row. The fewest that do.
    """
    whole, *off = less
    known = [(total_of(row, totals) - total_of(row, [whole]) + total_of(row, off), row) for row in rows]
    sets = (some for count in range(len(added) + 1) for some in combinations(added, count))
    return next((some for some in sets if all(gap == total_of(row, some) for gap, row in known)), None)


def total_of(row: Sequence, places: Sequence[int]) -> int:
    return sum(cents(row[place]) for place in places)


def taxes_of(sheet: Sheet, kind: SheetType, names: Names) -> list[int]:
    """Places of the columns of taxes."""
    found = places_of_names(names, kind.after_fees.get("taxes", ()))
    return [place for place in found if is_money(sheet, place)]


def added_to_sales(sheet: Sheet, kind: SheetType, names: Names) -> list[int]:
    """Places of what is added to the amount of a sale before it is paid: taxes, tips and shipping."""
    shipping = [place for place in places_of_parts(names, "Shipping") if is_money(sheet, place)]
    return list(dict.fromkeys([*taxes_of(sheet, kind, names), *tips_of(sheet, names), *shipping]))[:MOST_ADDED]


def tips_of(sheet: Sheet, names: Names) -> list[int]:
    return [place for place in places_of_parts(names, "Tips") if is_money(sheet, place)]


def discounts_of(sheet: Sheet, names: Names) -> list[int]:
    return [place for place in places_of_parts(names, "Discount") if is_money(sheet, place)]


def places_of_parts(names: Names, part: str) -> list[int]:
    return places_of_names(names, names.parts.get(part, ()))


def places_of_names(names: Names, wanted: Sequence[str]) -> list[int]:
    known = set(map(normalise, wanted))
    return [place for place, header in enumerate(names.headers) if normalise(header) in known]


def other_money(sheet: Sheet, apart: set[int]) -> list[int]:
    return [place for place in range(len(sheet.headers)) if place not in apart and is_money(sheet, place)]


def is_money(sheet: Sheet, place: int) -> bool:
    cells = sheet.cells[place]
    return (cell_looks.share("money", cells) or 0) >= 0.6 and not cell_looks.are_percents(cells)


def whole_rows(sheet: Sheet, place: int) -> list[Sequence]:
    """Rows with all their cells that hold an amount there."""
    return [row for row in sheet.sample if len(row) == len(sheet.headers) and cents(row[place])]
