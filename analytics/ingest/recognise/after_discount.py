"""An amount before a discount that stands in a column of its own: what is left of it is the sale."""

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.fees_and_taxes import BEFORE, cents
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount

# 'Amount if paid early', 'Betrag bei Skonto': what would be left, not what was.
ON_CONDITION = frozenset({"if", "early", "prompt", "wenn", "falls", "bei", "skonto", "si", "als", "indien"})


def less_own_discount(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """The amount less its discount, where another column of the sheet shows that sum, with its tax or without."""
    discounts = [place for place in places_of_parts(names, "Discount") if is_money(sheet, place)]
    taxes = [place for place in places_of_names(names, kind.after_fees.get("taxes", ())) if is_money(sheet, place)]
    promised = {place for place, header in enumerate(sheet.headers) if ON_CONDITION & set(normalise(header).split())}
    others = [place for place in range(len(sheet.headers)) if place not in {index, *discounts, *taxes, *promised}]
    for discount in discounts:
        if any(is_left(sheet, (index, discount, other), taxes) for other in others if is_money(sheet, other)):
            amount, less = sheet.headers[index], sheet.headers[discount]
            sentence = f"'{less}' was taken off '{amount}': '{amount}' is before the discount."
            return RowAmount({"less_discount": [amount, less]}, notes=(("less_discount", sentence),))
    return AS_IT_STANDS


def places_of_parts(names: Names, part: str) -> list[int]:
    return places_of_names(names, names.parts.get(part, ()))


def places_of_names(names: Names, wanted: list[str] | tuple[str, ...]) -> list[int]:
    known = set(map(normalise, wanted))
    return [place for place, header in enumerate(names.headers) if normalise(header) in known]


def is_money(sheet: Sheet, place: int) -> bool:
    cells = sheet.cells[place]
    return (cell_looks.share("money", cells) or 0) >= 0.6 and not cell_looks.are_percents(cells)


def is_left(sheet: Sheet, places: tuple[int, int, int], taxes: list[int]) -> bool:
    """Amount less discount is the other column on every row that has a discount, with one of the taxes or without."""
    told = [row for row in sheet.sample if all(place < len(row) for place in places) and cents(row[places[1]])]
    says_before = any(word in normalise(sheet.headers[places[0]]) for word in BEFORE)
    # Once a deposit of the half is the rest, too.
    return len(told) >= (1 if says_before else 2) and any(
        all(
            cents(row[places[0]]) - cents(row[places[1]]) + (cents(row[tax]) if tax is not None else 0)
            == cents(row[places[2]])
            for row in told
        )
        for tax in (None, *taxes)
    )
