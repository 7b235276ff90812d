"""An amount of no known name that is the product of two other columns: 'Billable ($)' beside hours and a rate."""

from itertools import combinations

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.fees_and_taxes import cents
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.parts_of_totals import other_money
from analytics.ingest.recognise.price_of_one import says_percent
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount

# More columns of numbers than these are a matrix.
MOST_NUMBERS = 12
# What a firm pays itself, or has on its shelves: no sale, and no factor of one.
COST_WORDS = """
cost costs expense expenses reimbursement reimbursed wage wages pay payroll salary bonus commission purchase stock
inventory kosten einkauf einkaufspreis lohn gehalt auslage auslagen spesen erstattung provision bestand lagerwert
cout couts achat depense depenses salaire remboursement coste costo costes costos gasto gastos sueldo salario reembolso
comision compra existencias inkoop inkoopprijs loon salaris onkosten vergoeding commissie voorraad
"""
COSTS = frozenset(COST_WORDS.split())
# So many rows on which neither factor is one show what is multiplied; a cell that is none of it may be zero alone.
FEWEST_ROWS = 3
# Half a cent, where numbers are multiplied in hundredths.
ROUNDED = 50


def told_product(sheet: Sheet) -> RowAmount:
    """The one column whose every amount is the product of two others, or nothing where the work is free."""
    numbers = [place for place in other_money(sheet, set()) if sheet.headers.count(sheet.headers[place]) == 1]
    # A tenth in per cent of an amount is that amount's tenth: "times 10" would be its inverse.
    numbers = [place for place in numbers if not says_percent(sheet.headers[place])]
    numbers = [place for place in numbers if COSTS.isdisjoint(normalise(sheet.headers[place]).split())]
    if len(numbers) > MOST_NUMBERS:
        return AS_IT_STANDS
    told = {
        place: pair
        for place in numbers
        if cell_looks.are_amounts(sheet.cells[place])
        for pair in combinations([other for other in numbers if other != place], 2)
        if is_product(sheet, pair, place)
    }
    if len(told) != 1:
        return AS_IT_STANDS
    ((place, pair),) = told.items()
    amount, one, other = (sheet.headers[at] for at in (place, *pair))
    sentence = f"'{amount}' is '{one}' times '{other}' and counts as the amount of each row."
    return RowAmount({"add": [amount], "subtract": []}, notes=(("told_product", sentence),))


def is_product(sheet: Sheet, pair: tuple[int, int], place: int) -> bool:
    width = len(sheet.headers)
    rows = [[cents(row[at]) for at in (*pair, place)] for row in sheet.sample if len(row) == width and row[place]]
    charged = [row for row in rows if row[2]]
    telling = [row for row in charged if 100 not in row[:2]]
    fits = all(abs(one * other - 100 * amount) <= ROUNDED for one, other, amount in charged)
    return len(telling) >= FEWEST_ROWS and fits
