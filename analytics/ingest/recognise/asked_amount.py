"""Amounts of which only the owner knows whose they are, or which way they went."""

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.fees_and_taxes import is_never_less, places_of
from analytics.ingest.recognise.header_text import less_tax_words, normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.parts_of_totals import other_money
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount
from analytics.ingest.recognise.two_sides import two_sided

# Amounts that stand beside that of a sale and are no other one.
SMALLER = ("Discount", "Small amounts")
# Charges are what customers owe, where only what they paid of it stands beside.
CHARGES, PAYS = "charges", "What pays charges"
# Salespeople are few; whoever sells a house does so once.
MANY_SELLERS, FEW_SELLERS = 0.5, 5


def asked_first(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """What has to be said before the amounts in that column can be counted; as they stand where nothing has."""
    amount = sheet.headers[index]
    sided = two_sided(sheet, kind, index, names)
    if sided is not AS_IT_STANDS:
        return sided
    gross = left_of(sheet, kind, index, names)
    if gross is not None:
        return RowAmount(
            unclear=f"'{amount}' may be what a marketplace or a payment service left of '{gross}'. Rename the one that "
            f"the customer paid to 'Revenue amount', then upload it again."
        )
    commission, seller = commission_of(sheet, names), names.find("Seller")
    if commission and seller and commission != amount and are_many(sheet, seller):
        return RowAmount(
            unclear=f"'{commission}' may be what you earned and '{amount}' what a '{seller}' got. If so, rename "
            f"'{commission}' to 'Revenue amount'; if not, rename '{seller}' to 'Salesperson'. Then upload it again."
        )
    return fee_or_amount(sheet, index, names)


def left_of(sheet: Sheet, kind: SheetType, index: int, names: Names) -> str | None:
    """The header of amounts that nobody reads, never less than what a marketplace left; None for any other amount."""
    if index not in places_of(kind.after_fees.get("left", ()), names):
        return None
    others = other_money(sheet, {index})
    found = (
        other for other in others if cell_looks.are_amounts(sheet.cells[other]) and is_never_less(sheet, other, index)
    )
    return next((sheet.headers[other] for other in found), None)


def fee_or_amount(sheet: Sheet, index: int, names: Names) -> RowAmount:
    """'Fee' is the amount where no other one stands beside it; beside hours it is the price of one."""
    header = sheet.headers[index]
    said = less_tax(header)
    if said not in known_as(names, "Fee or amount"):
        return AS_IT_STANDS
    hours = names.find("Hours")
    if hours and said in known_as(names, "Rate"):
        sentence = f"Each row counts '{hours}' times '{header}'."
        return RowAmount({"multiply": [hours, header]}, notes=(("price_of_one", sentence),))
    same = {each for each in sheet.headers if less_tax(each) == said}
    parts = (*SMALLER, PAYS) if said == CHARGES else SMALLER
    apart = {*same, *(each for part in parts for each in sheet.headers if normalise(each) in known_as(names, part))}
    others = [
        each
        for each, cells in zip(sheet.headers, sheet.cells, strict=True)
        if each not in apart and cell_looks.are_amounts(cells)
    ]
    if not others:
        return AS_IT_STANDS
    return RowAmount(
        unclear=f"'{header}' may be what the customer paid, or what somebody kept or got of '{others[0]}'. Rename the "
        f"column that holds the amount of the sale to 'Revenue amount'. Then upload the file again."
    )


def less_tax(header: str) -> str:
    """'fee' of 'Fee (ex VAT)' and of 'Fee'."""
    told = less_tax_words(header)
    return told[0] if told else normalise(header)


def known_as(names: Names, part: str) -> set[str]:
    return set(map(normalise, names.parts.get(part, ())))


def commission_of(sheet: Sheet, names: Names) -> str | None:
    """The header of a commission in money; 'Commission %' beside it is its share."""
    known = set(map(normalise, names.parts.get("Commission", ())))
    named = [(header, cells) for header, cells in zip(sheet.headers, sheet.cells, strict=True) if cells]
    return next((header for header, cells in named if normalise(header) in known and are_amounts(cells)), None)


def are_amounts(cells: list[str]) -> bool:
    return cell_looks.share("money", cells) >= 0.6 and not cell_looks.are_percents(cells)


def are_many(sheet: Sheet, header: str) -> bool:
    """Nearly every row has one of its own, and they are more than a team."""
    cells = sheet.cells[sheet.headers.index(header)]
    return len(set(cells)) >= max(FEW_SELLERS, MANY_SELLERS * len(cells))
