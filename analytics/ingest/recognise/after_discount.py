"""An amount before a discount that stands in a column of its own: what is left of it is the sale."""

from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.fees_and_taxes import BEFORE, FEWEST_ROWS
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.parts_of_totals import (
    added_on,
    added_to_sales,
    discounts_of,
    other_money,
    taxes_of,
    total_of,
    whole_rows,
)
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount

# 'Amount if paid early', 'Betrag bei Skonto': what would be left, not what was.
ON_CONDITION = frozenset({"if", "early", "prompt", "wenn", "falls", "bei", "skonto", "si", "als", "indien"})


def less_own_discount(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """The amount less its discount, where another column of the sheet or its tax shows that it is before it."""
    discounts, added = discounts_of(sheet, names), added_to_sales(sheet, kind, names)
    promised = {place for place, header in enumerate(sheet.headers) if ON_CONDITION & set(normalise(header).split())}
    others = other_money(sheet, {index, *discounts, *added, *promised})
    taxes = taxes_of(sheet, kind, names)
    for discount in discounts:
        pair = (index, discount)
        if any(is_left(sheet, pair, other, added) for other in others) or any(
            is_taxed(sheet, tax, pair) and not is_taxed(sheet, tax, (index,)) for tax in taxes
        ):
            amount, less = sheet.headers[index], sheet.headers[discount]
            sentence = f"'{less}' was taken off '{amount}': '{amount}' is before the discount."
            return RowAmount({"less_discount": [amount, less]}, notes=(("less_discount", sentence),))
    return AS_IT_STANDS


def maybe_before_discount(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """A subtotal counted as it stands beside a discount, where nothing tells whether that is off already."""
    header, discounts = sheet.headers[index], discounts_of(sheet, names)
    told = next((place for place in discounts if whole_rows(sheet, place)), None)
    if told is None or not any(word in normalise(header) for word in BEFORE):
        return AS_IT_STANDS
    added = added_to_sales(sheet, kind, names)
    if any(is_left(sheet, (other, told), index, []) for other in other_money(sheet, {index, *discounts, *added})):
        return AS_IT_STANDS
    if any(is_taxed(sheet, tax, (index,)) for tax in taxes_of(sheet, kind, names)):
        return AS_IT_STANDS
    sentence = (
        f"'{header}' was counted as it stands: nothing tells whether '{sheet.headers[told]}' is off it already. If it "
        f"is not, rename '{header}' to 'Before discount', add what is left as 'Revenue amount' and upload it again."
    )
    return RowAmount(notes=(("maybe_before_discount", sentence),))


def is_left(sheet: Sheet, pair: tuple[int, int], other: int, added: list[int]) -> bool:
    """Amount less discount is the other column on every row that has a discount, with some of what is added or none."""
    told = whole_rows(sheet, pair[1])
    says_before = any(word in normalise(sheet.headers[pair[0]]) for word in BEFORE)
    # Once a deposit of the half is the rest, too.
    return len(told) >= (1 if says_before else 2) and added_on(told, [other], pair, added) is not None


def is_taxed(sheet: Sheet, tax: int, less: tuple[int, ...]) -> bool:
    """The tax is one share of the first amount less the others on every row, and rows differ."""
    told = [(total_of(row, less[:1]) - total_of(row, less[1:]), total_of(row, [tax])) for row in whole_rows(sheet, tax)]
    if len(set(told)) < FEWEST_ROWS:
        return False
    most, its_tax = max(told)
    return most > 0 and all(abs(taxed - amount * its_tax / most) <= 1 for amount, taxed in told)
