"""A total that holds more or less than the sale: tax and shipping together, or what a gift card had paid before."""

from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.parts_of_totals import (
    added_on,
    added_to_sales,
    discounts_of,
    is_money,
    other_money,
    places_of_parts,
    taxes_of,
    tips_of,
    whole_rows,
)
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount


def before_gift_card(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """Another column, less its discount, where the amount is what a gift card left of it, tax and shipping aside."""
    vouchers = [place for place in places_of_parts(names, "Gift card") if is_money(sheet, place)]
    discounts, added = discounts_of(sheet, names), added_to_sales(sheet, kind, names)
    for voucher in vouchers if whole_rows(sheet, index) else ():
        for whole in other_money(sheet, {index, *vouchers, *discounts, *added}):
            rows = whole_rows(sheet, whole)
            for less in ([whole], *([whole, discount] for discount in discounts)):
                if whole_rows(sheet, voucher) and added_on(rows, [index, voucher], less, added) is not None:
                    return whole_sale(sheet, index, voucher, less)
    return AS_IT_STANDS


def whole_sale(sheet: Sheet, index: int, voucher: int, less: list[int]) -> RowAmount:
    headers = [sheet.headers[place] for place in less]
    left, paid = sheet.headers[index], sheet.headers[voucher]
    sentence = f"'{headers[0]}' is the sale: '{left}' is what was left to pay after '{paid}'."
    expression = {"less_discount": headers} if len(less) > 1 else {"add": headers, "subtract": []}
    return RowAmount(expression, notes=(("before_gift_card", sentence),))


def less_own_taxes(sheet: Sheet, kind: SheetType, index: int, names: Names) -> RowAmount:
    """The amount less its taxes and tips, where another column shows that it holds them: with shipping, or less a
    discount."""
    rows, taxes = whole_rows(sheet, index), [*taxes_of(sheet, kind, names), *tips_of(sheet, names)]
    if len(rows) < 2 or not taxes:
        return AS_IT_STANDS
    discounts, added = discounts_of(sheet, names), added_to_sales(sheet, kind, names)
    for whole in other_money(sheet, {index, *discounts, *added}):
        for less in ([whole], *([whole, discount] for discount in discounts)):
            some = added_on(rows, [index], less, added) or ()
            held = [place for place in some if place in taxes]
            if held:
                return without_taxes(sheet, index, held)
    return AS_IT_STANDS


def without_taxes(sheet: Sheet, index: int, taxes: list[int]) -> RowAmount:
    amount, headers = sheet.headers[index], [sheet.headers[place] for place in taxes]
    expression: object = amount
    for header in headers:
        expression = {"less_taxes": [expression, header]}
    quoted = " and ".join(f"'{header}'" for header in headers)
    was, them = ("was", "it") if len(headers) == 1 else ("were", "them")
    sentence = f"{quoted} {was} taken off '{amount}', which holds {them}."
    return RowAmount(expression, notes=(("less_taxes", sentence),))
