"""Of several amounts on a row, the one that is the sale: not what a payment service left, and without tax."""

import re
from collections.abc import Sequence

from analytics.ingest.recognise import derive
from analytics.ingest.recognise.header_text import normalise, without_unit
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Edge, Sheet

# Amounts before tax, or before something else: only the rows can tell.
BEFORE = ("subtotal", "sub total", "zwischensumme", "sous total", "subtotaal")
WITHOUT_TAX = frozenset(["ht", "htva", "net", "netto", "neto", "nett", "excl", "exkl", "ex", "excluding", "before"])
FEWEST_ROWS = 3
# A fee by the end of its name.
FEE = re.compile(r"(?:\bfees?|gebuehr|gebuehren)$")
# Score of an amount that only the rows tell.
GROSS = 90.0
# Taxes on sales in Europe and America, in thousandths.
LOWEST_RATE, HIGHEST_RATE = 20, 270


def without_gross_of_tax(found: list[Edge], sheet: Sheet, kind: SheetType, names: derive.Names) -> list[Edge]:
    """Where an amount is another one and its tax, the other one is the sale."""
    told = kind.after_fees
    amounts = {edge.header_index for edge in found if edge.column.name == told.get("column")}
    if len(amounts) < 2:
        return found
    taxes = places_of(told["taxes"], names) - amounts
    with_tax = {
        gross
        for gross in amounts
        for net in amounts - {gross}
        if leaves(sheet, gross, taxes, net) or adds_one_rate(sheet, gross, net)
    }
    return [edge for edge in found if edge.column.name != told["column"] or edge.header_index not in with_tax]


def adds_one_rate(sheet: Sheet, gross: int, net: int) -> bool:
    """The amount before is less by the same share on every row, as a tax is and shipping or a discount is not."""
    header = without_unit(sheet.headers[net])
    if not any(word in header for word in BEFORE) and WITHOUT_TAX.isdisjoint(header.split()):
        return False
    rows = [[cents(row[at]) if at < len(row) else 0 for at in (gross, net)] for row in sheet.sample]
    pairs = [(more, less) for more, less in rows if more and less]
    if len({less for _, less in pairs}) < FEWEST_ROWS:
        return False
    more, less = max(pairs)
    in_range = LOWEST_RATE <= 1000 * (more - less) / less <= HIGHEST_RATE
    return in_range and all(abs(one - other * more / less) <= 1 for one, other in pairs)


def without_net_of_fees(found: list[Edge], sheet: Sheet, kind: SheetType, names: derive.Names) -> list[Edge]:
    """Where net is gross less a fee, it is what the payment service left of a sale, not the sale."""
    told = kind.after_fees
    found = without_what_is_left(found, sheet, kind, names)
    fees = fees_of(found, sheet, kind, names)
    if not fees:
        return found
    nets, taxes = (places_of(told[key], names) for key in ("nets", "taxes"))
    amounts = {edge.header_index for edge in found if edge.column.name == told["column"]}
    if len(amounts - fees) == 1 and amounts - fees <= nets:
        gross = gross_edges(sheet, kind, (fees, *(amounts - fees)))
        kept = [edge for edge in found if edge.column.name != told["column"] or edge.header_index not in fees]
        found = [*kept, *gross] if gross else found
        amounts = {edge.header_index for edge in found if edge.column.name == told["column"]}
    pairs = [(gross, net) for gross in amounts - nets for net in amounts & nets]
    after_fees = {net for gross, net in pairs if leaves(sheet, gross, fees, net)}
    after_taxes = {net for gross, net in pairs if leaves(sheet, gross, taxes, net)}
    after_more = {
        net
        for gross, net in pairs
        if keeps_more_than_tax(sheet, gross, fees, net) and not is_told_otherwise(sheet, gross, fees, net)
    }
    apart = (after_fees | after_more) - after_taxes
    return [edge for edge in found if edge.column.name != told["column"] or edge.header_index not in apart]


def fees_of(found: list[Edge], sheet: Sheet, kind: SheetType, names: derive.Names) -> set[int]:
    """Places of known fees, and beside one of them of all others that are no amount of a sale: 'Platform fee'."""
    known = places_of(kind.after_fees.get("fees", ()), names)
    sold = {edge.header_index for edge in found if edge.column.name == kind.after_fees.get("column")}
    called = {index for index, header in enumerate(sheet.headers) if FEE.search(normalise(header))}
    return known | (called - sold) if known else set()


def without_what_is_left(found: list[Edge], sheet: Sheet, kind: SheetType, names: derive.Names) -> list[Edge]:
    """Beside an amount that is never less, 'Net earnings' is what a marketplace left of the sale."""
    column = kind.after_fees.get("column")
    amounts = {edge.header_index for edge in found if edge.column.name == column and edge.is_accepted}
    left = places_of(kind.after_fees.get("left", ()), names)
    after = {net for net in amounts & left if any(is_never_less(sheet, gross, net) for gross in amounts - left)}
    return [edge for edge in found if edge.column.name != column or edge.header_index not in after]


def is_never_less(sheet: Sheet, gross: int, net: int) -> bool:
    rows = [(cents(row[gross]), cents(row[net])) for row in sheet.sample if len(row) > max(gross, net)]
    return any(more for more, _ in rows) and all(more >= less for more, less in rows)


def keeps_more_than_tax(sheet: Sheet, gross: int, fees: set[int], net: int) -> bool:
    """On every row the net amount and its fee are the gross at most, and on some row no tax is as high as what lacks:
    the service kept more than its fee."""
    rows = [[cents(row[at]) if at < len(row) else 0 for at in (gross, net, *fees)] for row in sheet.sample]
    told = [row for row in rows if row[0] and row[1]]
    if len(told) < FEWEST_ROWS or not all(row[1] + sum(row[2:]) <= row[0] for row in told):
        return False
    return any(any(row[2:]) and 1000 * (row[0] - row[1]) > HIGHEST_RATE * row[1] for row in told)


def is_told_otherwise(sheet: Sheet, gross: int, fees: set[int], net: int) -> bool:
    """Some other column is what lacks on every row, the fee aside: a discount, and nobody paid the gross."""
    width = len(sheet.headers)
    others = set(range(width)) - {gross, net, *fees}
    rows = [row for row in sheet.sample if len(row) == width and cents(row[gross]) and cents(row[net])]
    lacks = [cents(row[gross]) - cents(row[net]) - sum(cents(row[fee]) for fee in fees) for row in rows]
    told = ([abs(cents(row[other])) for row in rows] for other in others)
    return any(lacks) and any(amounts == lacks for amounts in told)


def gross_edges(sheet: Sheet, kind: SheetType, places: tuple[set[int], int]) -> list[Edge]:
    """Columns of no known name that are the net amount and its fee on every row: each is what the customer paid.

    places : of the fees, and of the net amount.
    """
    fees, net = places
    column = kind.column(kind.after_fees["column"])
    why = f"It is '{sheet.headers[net]}' and what was kept of it."
    others = [index for index in range(len(sheet.headers)) if index not in {net, *fees}]
    return [
        Edge(index, column, GROSS, why)
        for index in others
        if any(map(cents, sheet.cells[index])) and leaves(sheet, index, fees, net)
    ]


def places_of(wanted: Sequence[str], names: derive.Names) -> set[int]:
    headers = set(map(names.find, wanted))
    return {index for index, header in enumerate(names.headers) if header in headers}


def leaves(sheet: Sheet, gross: int, parts: set[int], net: int) -> bool:
    """Gross less one of these parts, or less all of them, is net in most rows where some part is not zero."""
    rows = [[cents(row[at]) if at < len(row) else 0 for at in (gross, net, *parts)] for row in sheet.sample]
    told = [row for row in rows if any(row[2:])]
    fitting = [row for row in told if row[0] - row[1] in {sum(row[2:]), *row[2:]}]
    return 2 * len(fitting) > len(told)


def cents(cell: str | None) -> int:
    """An amount without its sign in cents, whichever mark divides it; 0 where there is none."""
    digits = "".join(one for one in cell or "" if one.isdecimal() or one in ".,")
    whole, mark, part = max(digits.rpartition("."), digits.rpartition(","), key=lambda parts: len(parts[0]))
    if not mark or len(part) > 2:
        whole, part = digits, ""
    number = "".join(filter(str.isdecimal, whole)) + part.ljust(2, "0")
    return int(number) if number.isdecimal() else 0
