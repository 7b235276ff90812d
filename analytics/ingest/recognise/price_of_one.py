"""'Price' beside 'Quantity': of one piece or of all, as the rows show."""

from collections import defaultdict

from analytics.ingest.recognise import cell_looks
from analytics.ingest.recognise.derive import Names, headers_in
from analytics.ingest.recognise.header_text import less_tax_words, normalise, without_unit
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount, filled

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
        "verkaufspreis netto",
        "verkaufspreis brutto",
        "vk",
        "vk netto",
        "vk brutto",
        "net price",
        "preis netto",
        "nettopreis",
        "prix ht",
        "fee",
        "charge",
        "tarif",
        "tarifa",
        "tarief",
    ]
)
PERCENT = ("percent", "per cent", "prozent", "pourcent", "porcent", "procent", "pct")
ONES = frozenset({"1", "1.0", "1.00", "1,0", "1,00", "1.000"})


def price_of_one(sheet: Sheet, place: dict[str, int], index: int) -> RowAmount:
    """'Price' beside 'Quantity': of one piece or of all, as the rows of one product with several quantities show."""
    header = sheet.headers[index]
    if not {without_unit(header), (less_tax_words(header) or ("", True))[0]} & PRICES or "quantity" not in place:
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


def is_price(header: str) -> bool:
    return bool(PRICES & {without_unit(header), *normalise(header).split()})


def says_percent(header: str) -> bool:
    return "%" in header or any(word in normalise(header) for word in PERCENT)


def without_percent_prices(derived: dict, sheet: Sheet) -> dict:
    """The expressions less those that multiply by a share: 'Rate' with 20 % beside hours is a tax or a bonus."""
    shares = {
        header for header, cells in zip(sheet.headers, sheet.cells, strict=True) if cell_looks.are_percents(cells)
    }
    return {
        column: told
        for column, told in derived.items()
        if not (isinstance(told, dict) and "multiply" in told and shares.intersection(headers_in(told)))
    }


def less_discount(sheet: Sheet, names: Names) -> RowAmount:
    """Pieces at a price, less a discount that is a share: its cells or its header say per cent."""
    pieces, price, discount = map(names.find, ("Pieces", "Unit price", "Discount"))
    if not (pieces and price and discount):
        return AS_IT_STANDS
    if not says_percent(discount) and not cell_looks.are_percents(sheet.cells[sheet.headers.index(discount)]):
        return AS_IT_STANDS
    sentence = f"Each row counts '{pieces}' times '{price}', less '{discount}' in per cent."
    return RowAmount({"less_percent": [{"multiply": [pieces, price]}, discount]}, None, (("price_of_one", sentence),))
