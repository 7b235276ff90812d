"""'Amount' beside 'Amount (EUR)': where the first holds several currencies, the second is the amount."""

from collections import Counter

from analytics.ingest.recognise.header_text import CURRENCIES, normalise, without_unit
from analytics.ingest.recognise.matching import Edge, Sheet

CODES_UNDER = frozenset(["currency", "currency code", "waehrung", "devise", "monnaie", "moneda", "divisa", "valuta"])
SIGNS = "$€£"


def without_mixed_currencies(found: list[Edge], sheet: Sheet) -> list[Edge]:
    """The edges less those of amounts that stand beside themselves in one currency."""
    told = Counter(without_unit(header) for header in sheet.headers if names_currency(header))
    amounts = {edge.header_index for edge in found if edge.column.kind == "money"}
    apart = {
        index
        for index in amounts
        if told[normalise(sheet.headers[index])] == 1
        and not names_currency(sheet.headers[index])
        and has_several_currencies(index, sheet)
    }
    return [edge for edge in found if edge.column.kind != "money" or edge.header_index not in apart]


def names_currency(header: str) -> bool:
    return bool(CURRENCIES.intersection(normalise(header).split()) or set(SIGNS) & set(header))


def has_several_currencies(index: int, sheet: Sheet) -> bool:
    """By the signs in its cells, or by the codes in a column beside it."""
    signs = {sign for cell in sheet.cells[index] for sign in SIGNS if sign in cell}
    codes = (
        set(cells) for header, cells in zip(sheet.headers, sheet.cells, strict=True) if normalise(header) in CODES_UNDER
    )
    return len(signs) > 1 or any(len(each) > 1 for each in codes)
