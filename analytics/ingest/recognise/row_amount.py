"""What the amount of an order's row is, where its own header does not tell: the price of one, the sum of an order.

Judged by the first rows of the sheet, text against text: no cell has to be read as a number for it.
"""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.after_discount import less_own_discount, maybe_before_discount
from analytics.ingest.recognise.amounts_by_rate import added_rates
from analytics.ingest.recognise.asked_amount import asked_first
from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.fees_and_taxes import cents
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.more_than_the_sale import before_gift_card, less_own_taxes
from analytics.ingest.recognise.one_currency import or_in_own_currency
from analytics.ingest.recognise.price_of_one import less_discount, price_of_one
from analytics.ingest.recognise.repeated_total import told_on_every_line
from analytics.ingest.recognise.sheet import Edge, Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount, filled
from analytics.ingest.recognise.told_product import told_product

# Yes and no as programs write them: no money.
FLAGS = frozenset({"0", "1"})
CENTS = re.compile(r"[.,]\d\d(?!\d)")
# Whole numbers below are pieces that came back, as some programs write them: "1.00".
PIECES_BELOW = 10
# Of two numbers of documents that follow one another.
FURTHEST = 3
# How headers of pieces that came back begin.
RETURNS = ("return", "retour", "devolucion")


def row_amount(sheet: Sheet, kind: SheetType, chosen: dict[int, Edge], names: Names) -> RowAmount:
    """The amount of a row of that sheet; as it stands for the export of a tool, which has rules of its own."""
    if kind.given_back is None:
        return AS_IT_STANDS
    place = {edge.column.name: index for index, edge in chosen.items()}
    index = place.get(kind.given_back.column)
    if index is None:
        ways = (added_rates(sheet, kind, None), less_discount(sheet, names), told_product(sheet))
        return next((each for each in ways if each is not AS_IT_STANDS), AS_IT_STANDS)
    if sheet.headers.count(sheet.headers[index]) > 1:
        return AS_IT_STANDS
    asked = asked_first(sheet, kind, index, names)
    if asked is not AS_IT_STANDS:
        return asked
    priced = price_of_one(sheet, place, index)
    if priced is not AS_IT_STANDS:
        return priced
    told = told_on_every_line(sheet, place, index, names)
    if told is AS_IT_STANDS:
        told = next((each for each in others_told(sheet, kind, index, names) if each is not AS_IT_STANDS), told)
    if told.unclear or told.expression is not None:
        return told
    back = given_back(sheet, kind, index, names)
    if back is None:
        return told
    if told.once_per and not is_of_the_order(sheet, told.once_per[0], back):
        return RowAmount(
            unclear=f"'{sheet.headers[index]}' is the amount of a whole order, and '{back}' differs between its lines. "
            f"Put what came back of the whole order on each of its lines, then upload the file again."
        )
    sentence = f"'{back}' was taken off '{sheet.headers[index]}': it is what was given back."
    expression = {"less_given_back": [sheet.headers[index], back]}
    return replace(told, expression=expression, notes=(*told.notes, ("given_back", sentence)))


def others_told(sheet: Sheet, kind: SheetType, index: int, names: Names) -> tuple[RowAmount, ...]:
    """What other columns say of the amount: rates of tax, a gift card, a discount, another currency."""
    return (
        added_rates(sheet, kind, index),
        before_gift_card(sheet, kind, index, names),
        less_own_discount(sheet, kind, index, names),
        less_own_taxes(sheet, kind, index, names),
        or_in_own_currency(sheet, index),
        amount_or_number(sheet, kind, index, names),
        maybe_before_discount(sheet, kind, index, names),
    )


def given_back(sheet: Sheet, kind: SheetType, index: int, names: Names) -> str | None:
    """The header of what came back, where the amounts are not without it already and it holds amounts."""
    rule = kind.given_back
    if normalise(sheet.headers[index]) in map(normalise, rule.without_it):
        return None
    found = next(filter(None, map(names.find, (*rule.headers, *rule.or_number))), None)
    if found is None or found == sheet.headers[index]:
        return None
    if found in map(names.find, rule.or_number) and not are_parts(sheet, sheet.headers.index(found), index):
        return None
    cells = sheet.cells[sheet.headers.index(found)]
    if all(cell.strip() in FLAGS for cell in cells):
        return None
    fits = cell_looks.share("money", cells)
    return found if fits is not None and fits >= 0.6 else None


def are_parts(sheet: Sheet, part: int, whole: int) -> bool:
    """Amounts with cents and none above that of its row: numbers of documents are neither. No few pieces, either."""
    rows = [(row[part], row[whole]) for row in filled(sheet.sample, (part, whole))]
    has_cents = any(CENTS.search(cell) for cell, _ in rows)
    are_pieces = all(cents(less) % 100 == 0 and cents(less) < PIECES_BELOW * 100 for less, _ in rows)
    return has_cents and not are_pieces and all(cents(less) <= cents(more) for less, more in rows)


def amount_or_number(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """Whole numbers under 'Gutschrift' that could be amounts of their rows, or numbers of documents: asked."""
    found = next(filter(None, map(names.find, kind.given_back.or_number)), None)
    if found is None or normalise(sheet.headers[index]) in map(normalise, kind.given_back.without_it):
        return AS_IT_STANDS
    rows = [
        (row[sheet.headers.index(found)], row[index])
        for row in filled(sheet.sample, (sheet.headers.index(found), index))
    ]
    whole = [(cell.strip(), cents(cell), cents(amount)) for cell, amount in rows]
    told = [each for each in whole if each[1]]
    are_whole = all(cell.isdigit() and less <= more for cell, less, more in told)
    if not told or not are_whole or are_pieces(sheet, found, names):
        return AS_IT_STANDS
    if are_running([less // 100 for _, less, _ in told]):
        return AS_IT_STANDS
    return RowAmount(
        unclear=f"'{found}' may hold what was given back or the number of a document: '{told[0][0]}' could be either. "
        f"If it is money, rename it to 'Refund amount'; if not, to 'Credit note number'. Then upload the file again."
    )


def are_pieces(sheet: Sheet, header: str, names: Names) -> bool:
    """A few on every row, or returns of no more pieces than were sold."""
    back, sold = sheet.headers.index(header), names.find("Pieces")
    if all(cents(cell) < PIECES_BELOW * 100 for cell in sheet.cells[back]):
        return True
    if sold is None or not normalise(header).startswith(RETURNS):
        return False
    rows = filled(sheet.sample, (back, sheet.headers.index(sold)))
    return all(cents(row[back]) <= cents(row[sheet.headers.index(sold)]) for row in rows)


def are_running(numbers: list[int]) -> bool:
    """Each is a little above the one before it: documents are numbered so."""
    return len(numbers) > 1 and all(0 < later - earlier <= FURTHEST for earlier, later in pairwise(numbers))


def is_of_the_order(sheet: Sheet, number: str, header: str) -> bool:
    """All lines of one order show the same."""
    found: dict[str, set[str]] = defaultdict(set)
    key, place = sheet.headers.index(number), sheet.headers.index(header)
    for row in filled(sheet.sample, (key,)):
        found[row[key]].add((row[place] if place < len(row) else None) or "")
    return all(len(cells) == 1 for cells in found.values())
