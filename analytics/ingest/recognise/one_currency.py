"""'Amount' beside 'Amount (EUR)': where the first holds several currencies, the second is the amount."""

from collections import Counter

from analytics.ingest.recognise.header_text import CURRENCIES, normalise, without_unit
from analytics.ingest.recognise.sheet import Edge, Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount, filled

CODES_UNDER = frozenset(["currency", "currency code", "waehrung", "devise", "monnaie", "moneda", "divisa", "valuta"])
OWN_CURRENCY = "own_currency"
SIGNS = "$€£"
SIGN_CODES = {"€": "eur", "£": "gbp"}
CODES = frozenset(code for code in CURRENCIES if len(code) == 3)


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


def or_in_own_currency(sheet: Sheet, index: int) -> RowAmount:
    """'Amount (EUR)', else 'Amount' on the rows that are in euro: some programs convert the other rows alone."""
    header = sheet.headers[index]
    base, code = without_unit(header), code_in(header)
    plain = next((place for place, other in enumerate(sheet.headers) if normalise(other) == base), None)
    codes = next((place for place, other in enumerate(sheet.headers) if normalise(other) in CODES_UNDER), None)
    if code is None or plain is None or codes is None:
        return AS_IT_STANDS
    blank = [row for row in filled(sheet.sample, (plain, codes)) if not (row[index] or "").strip()]
    if not blank or any(row[codes].strip().casefold() != code for row in blank):
        return AS_IT_STANDS
    amount, currency = sheet.headers[plain], sheet.headers[codes]
    sentence = f"'{header}' counts, and '{amount}' where it is empty and '{currency}' is {code.upper()}."
    own = {"only_when": [amount, currency, [code]]}
    return RowAmount({"first_of": [header, own]}, notes=((OWN_CURRENCY, sentence),))


def code_in(header: str) -> str | None:
    """The one currency that a header names, in small letters."""
    signs = {code for sign, code in SIGN_CODES.items() if sign in header}
    found = signs | (CODES & set(normalise(header).split()))
    return found.pop() if len(found) == 1 else None
