"""Amounts that stand on two sides: debit and credit in words, or charges above zero and what pays them below."""

import re
from collections import Counter

from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.fees_and_taxes import cents
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount

SIDES = (
    *({"s", "h"}, {"soll", "haben"}, {"d", "c"}, {"d", "h"}, {"dr", "cr"}, {"debit", "credit"}),
    *({"débit", "crédit"}, {"debe", "haber"}, {"debet", "credit"}, {"af", "bij"}),
)
CARDS = frozenset(
    [
        "card",
        "credit card",
        "debit card",
        "bank card",
        "visa",
        "mastercard",
        "amex",
        "karte",
        "kreditkarte",
        "ec-karte",
        "girocard",
        "carte",
        "carte bancaire",
        "cb",
        "tarjeta",
        "kaart",
        "pin",
        "pinpas",
    ]
)
# So many rows below zero, most of them an amount that stands above, that take away half of all above: no business
# refunds that.
FEWEST_BELOW, SHARE_PAIRED, SHARE_TAKEN = 3, 0.6, 0.5
# A row below zero that says what it is.
SAYS_WHAT = re.compile(
    r"refund|return|revers|charge.?back|cancel|void|credit note|credit memo|payment|paid|discount|gutschrift|storno"
    r"|erstatt|retour|zahlung|korrektur|rabatt|rembours|avoir|annul|paiement|r[eè]glement|remise|reembols|devoluci"
    r"|abono|anulad|rectific|pago|cobro|descuento|terugbetal|credit(?:nota|factuur)|betaling|korting|rimborso"
    r"|nota di credito|korekta|widerruf|umtausch|r[uü]e?cksend|zur[uü]e?ck|[eé]chang|exchang|cambio|ruil|terug",
    re.IGNORECASE,
)


def two_sided(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """What to ask where only the owner can tell the sides apart; the amounts as they stand where nothing has to be."""
    if names_refunds(sheet, kind, names):
        return AS_IT_STANDS
    if takes_itself_back(sheet, index):
        return RowAmount(
            unclear=f"Many amounts under '{sheet.headers[index]}' stand below zero and take away what stands above. "
            "If they are payments of what stands above, delete those rows. If money was given back, write 'Refund' on "
            "those rows, in a column 'Type'. Then upload the file again."
        )
    side = side_of(sheet, names)
    if side is None or has_signs(sheet.cells[index]):
        return AS_IT_STANDS
    return RowAmount(
        unclear=f"'{side}' says on which side of the ledger each '{sheet.headers[index]}' stands: some are sales, "
        "others give money back. Write a minus before those that give money back and delete that column. If it tells "
        "the card that was used, rename it to 'Card'. Then upload it again."
    )


def side_of(sheet: Sheet, names: Names) -> str | None:
    """The header of a column that says debit or credit on every row; None where a card paid."""
    side, kind = names.find("Side of the ledger"), names.find("Kind of document")
    if names.find("Card that paid") or any(CARDS & {cell.casefold() for cell in cells} for cells in sheet.cells):
        return None
    if side and is_two_sided(sheet, side):
        return side
    # 'C' and 'D' under 'Type' may be kinds of customers.
    is_spelled = bool(kind) and all(len(cell) > 1 for cell in sheet.cells[sheet.headers.index(kind)])
    return kind if kind and is_spelled and is_two_sided(sheet, kind) else None


def takes_itself_back(sheet: Sheet, index: int) -> bool:
    """Rows below zero, of which nothing tells what they are, take away amounts that stand above."""
    rows = [(row, signed(row[index])) for row in sheet.sample if index < len(row) and cents(row[index])]
    below = [amount for row, amount in rows if amount < 0 and not any(map(SAYS_WHAT.search, filter(None, row)))]
    above = [amount for _, amount in rows if amount > 0]
    paired = Counter(above) & Counter(-amount for amount in below)
    are_paired = len(below) >= FEWEST_BELOW and paired.total() >= SHARE_PAIRED * len(below)
    return are_paired and -sum(below) >= SHARE_TAKEN * sum(above)


def signed(cell: str | None) -> int:
    return -cents(cell) if has_signs([(cell or "").strip()]) else cents(cell)


def is_two_sided(sheet: Sheet, header: str) -> bool:
    found = {cell.casefold() for cell in sheet.cells[sheet.headers.index(header)]}
    return any(found == pair for pair in SIDES)


def names_refunds(sheet: Sheet, kind: SheetType, names: Names) -> bool:
    """A column beside it already says which rows are credit notes."""
    part, words = kind.derived["is_refund"]["is_one_of"]
    header = names.find(part)
    return bool(header) and any(cell.casefold() in words for cell in sheet.cells[sheet.headers.index(header)])


def has_signs(cells: list[str]) -> bool:
    return any(cell.startswith(("-", "(", "−")) or cell.endswith("-") for cell in cells)
