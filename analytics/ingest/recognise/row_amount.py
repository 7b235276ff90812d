"""What the amount of an order's row is, where its own header does not tell: the price of one, the sum of an order.

Judged by the first rows of the sheet, text against text: no cell has to be read as a number for it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.header_text import normalise, without_unit
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.matching import Edge, Sheet

PRICES = frozenset(
    [
        "price",
        "preis",
        "prix",
        "precio",
        "prijs",
        "selling price",
        "sale price",
        "verkaufspreis",
        "net price",
        "preis netto",
        "nettopreis",
        "prix ht",
    ]
)
# Headers of what a whole order costs, not one of its lines.
DOCUMENTS = (
    "order",
    "invoice",
    "rechnung",
    "auftrag",
    "bestell",
    "facture",
    "commande",
    "factura",
    "pedido",
    "factuur",
)
SUMS = ("total", "sum", "gesamt", "summe", "grand", "totaal")
ONES = frozenset({"1", "1.0", "1.00", "1,0", "1,00", "1.000"})
# Yes and no as programs write them: no money.
FLAGS = frozenset({"0", "1"})
# So many orders of several lines, each with one amount on all of them, are no chance.
FEWEST_ORDERS = 3


@dataclass(frozen=True)
class RowAmount:
    """How the amount of a row comes about.

    expression : in place of the plain cell; None: the cell.
    once_per   : headers that together tell one amount: of the rows that agree in all of them the first counts.
    notes      : (code, sentence) for the receipt.
    unclear    : what the owner has to say first, or None.
    """

    expression: dict | None = None
    once_per: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    unclear: str | None = None


AS_IT_STANDS = RowAmount()


def row_amount(sheet: Sheet, kind: SheetType, chosen: dict[int, Edge], names: Names) -> RowAmount:
    """The amount of a row of that sheet; as it stands for the export of a tool, which has rules of its own."""
    if kind.given_back is None:
        return AS_IT_STANDS
    place = {edge.column.name: index for index, edge in chosen.items()}
    index = place.get(kind.given_back.column)
    if index is None or sheet.headers.count(sheet.headers[index]) > 1:
        return AS_IT_STANDS
    priced = price_of_one(sheet, place, index)
    if priced is not AS_IT_STANDS:
        return priced
    told = told_on_every_line(sheet, place, index)
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


def given_back(sheet: Sheet, kind: SheetType, index: int, names: Names) -> str | None:
    """The header of what came back, where the amounts are not without it already and it holds amounts."""
    rule = kind.given_back
    if normalise(sheet.headers[index]) in map(normalise, rule.without_it):
        return None
    found = next(filter(None, map(names.find, rule.headers)), None)
    if found is None or found == sheet.headers[index]:
        return None
    cells = sheet.cells[sheet.headers.index(found)]
    if all(cell.strip() in FLAGS for cell in cells):
        return None
    fits = cell_looks.share("money", cells)
    return found if fits is not None and fits >= 0.6 else None


def is_of_the_order(sheet: Sheet, number: str, header: str) -> bool:
    """All lines of one order show the same."""
    found: dict[str, set[str]] = defaultdict(set)
    key, place = sheet.headers.index(number), sheet.headers.index(header)
    for row in filled(sheet.sample, (key,)):
        found[row[key]].add((row[place] if place < len(row) else None) or "")
    return all(len(cells) == 1 for cells in found.values())


def price_of_one(sheet: Sheet, place: dict[str, int], index: int) -> RowAmount:
    """'Price' beside 'Quantity': of one piece or of all, as the rows of one product with several quantities show."""
    header = sheet.headers[index]
    if without_unit(header) not in PRICES or "quantity" not in place:
        return AS_IT_STANDS
    counts = [row[place["quantity"]] for row in filled(sheet.sample, (place["quantity"], index))]
    if all(count.strip() in ONES for count in counts):
        return AS_IT_STANDS
    many = sheet.headers[place["quantity"]]
    seen = prices_of(sheet, place, index)
    if seen and all(len(set(each.values())) == 1 for each in seen):
        sentence = f"'{header}' is the price of one: each row counts '{many}' times '{header}'."
        return RowAmount({"multiply": [many, header]}, None, (("price_of_one", sentence),))
    if seen and all(len(set(each.values())) == len(each) for each in seen):
        return AS_IT_STANDS
    return RowAmount(
        unclear=f"'{header}' could be the price of one or of all that '{many}' counts. "
        f"Rename it to 'Unit price' or to 'Total', then upload it again."
    )


def prices_of(sheet: Sheet, place: dict[str, int], index: int) -> list[dict[str, str]]:
    """Quantity -> price of each product that was sold in several quantities, always at one price for each of them."""
    if "product" not in place:
        return []
    found: dict[str, dict[str, set]] = defaultdict(lambda: defaultdict(set))
    for row in filled(sheet.sample, (place["product"], place["quantity"], index)):
        found[row[place["product"]]][row[place["quantity"]].strip()].add(row[index].strip())
    several = [each for each in found.values() if len(each) > 1 and all(len(prices) == 1 for prices in each.values())]
    return [{count: next(iter(prices)) for count, prices in each.items()} for each in several]


def told_on_every_line(sheet: Sheet, place: dict[str, int], index: int) -> RowAmount:
    """Lines of one order that all show the same amount, which is the order's: counted once."""
    key, header = place.get("order_id"), sheet.headers[index]
    if key is None or sheet.headers.count(sheet.headers[key]) > 1:
        return AS_IT_STANDS
    orders = orders_of_lines(sheet.sample, key, index, place.get("ordered_at"))
    if not orders or any(len({row[index].strip() for row in lines}) > 1 for lines in orders):
        return AS_IT_STANDS
    words, number = normalise(header), sheet.headers[key]
    is_of_document = any(word in words for word in DOCUMENTS)
    is_sum = any(word in words for word in SUMS)
    needed = 1 if is_of_document and is_sum else 2 if is_of_document or prices_vary(sheet, orders, index) else None
    if needed is not None and len(orders) >= needed:
        sentence = f"'{header}' stands on every line of an order and was counted once for each '{number}'."
        # Numbers may begin again each year, and what is given back has the number of its order.
        day = (sheet.headers[place["ordered_at"]],) if "ordered_at" in place else ()
        return RowAmount(None, (number, *day, header), (("repeated_total", sentence),))
    if len(orders) < FEWEST_ORDERS:
        return AS_IT_STANDS
    sentence = (
        f"All lines of one '{number}' show the same '{header}', in each of the {len(orders)} looked at. Each line was "
        f"counted; if it is the amount of the whole order, rename it to 'Order total' and upload the file again."
    )
    return RowAmount(notes=(("maybe_repeated_total", sentence),))


def orders_of_lines(rows: Sequence[Sequence], key: int, index: int, day: int | None) -> list[list[Sequence]]:
    """Rows of each key that has several which differ, on one day; what is below zero is no line of an order."""
    found: dict[str, list[Sequence]] = defaultdict(list)
    for row in filled(rows, (key, index)):
        if row[index].strip()[0] not in "-(\u2212":
            found[row[key]].append(row)
    several = [lines for lines in found.values() if len({tuple(row) for row in lines}) > 1]
    return [lines for lines in several if day is None or len({row[day] for row in lines if row[day]}) <= 1]


def prices_vary(sheet: Sheet, orders: list[list[Sequence]], index: int) -> bool:
    """Some column of prices differs between lines whose amount is the same."""
    prices = [at for at, header in enumerate(sheet.headers) if at != index and is_price(header)]
    return any(all(len({row[at] for row in lines}) > 1 for lines in orders) for at in prices)


def is_price(header: str) -> bool:
    return bool(PRICES & {without_unit(header), *normalise(header).split()})


def filled(rows: Sequence[Sequence], places: Sequence[int]) -> list[Sequence]:
    """The rows in which all these cells hold something."""
    return [row for row in rows if all(at < len(row) and (row[at] or "").strip() for at in places)]
