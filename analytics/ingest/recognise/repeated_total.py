"""The amount of a whole order that stands on each of its lines counts once."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.fees_and_taxes import cents
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.price_of_one import is_price
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.sums import SUMS
from analytics.ingest.recognise.told_amount import AS_IT_STANDS, RowAmount, filled

# Headers of what a whole order costs, not one of its lines.
DOCUMENTS = (
    "order",
    "invoice",
    "rechnung",
    "auftrag",
    "bestell",
    "facture",
    "commande",
    "factura",
    "pedido",
    "factuur",
)
# Headers of what one line costs: nobody calls the sum of an order its price.
PRICES = ("price", "prices", "preis", "prix", "precio", "prijs", "prezzo", "preco", "pris", "cena")
LINES = frozenset(
    [*PRICES, "line", "item", "product", "position", "zeile", "artikel", "ligne", "article", "linea", "regel"]
)
# So many orders of several lines, each with one amount on all of them, are no chance.
FEWEST_ORDERS = 3
WHO = ("customer_id", "customer_name", "email", "phone")
# Half a cent, where pieces and prices are multiplied in cents.
ROUNDED = 50


def told_on_every_line(sheet: Sheet, place: dict[str, int], index: int, names: Names) -> RowAmount:
    """Lines of one order that all show the same amount, which is the order's: counted once.

    Where pieces times price are the amount on every line, it is that of the line, whatever the header says.
    """
    key, header = place.get("order_id"), sheet.headers[index]
    if key is None or sheet.headers.count(sheet.headers[key]) > 1:
        return AS_IT_STANDS
    orders = orders_of_lines(sheet.sample, key, index, place.get("ordered_at"))
    if not orders or any(len({row[index].strip() for row in lines}) > 1 for lines in orders):
        return AS_IT_STANDS
    prices, many = prices_of_one(sheet, index, names), place.get("quantity")
    values = [values_of(orders, many, at) for at in prices]
    if many is not None and any(
        is_of_the_line(orders, index, each) for at, each in zip(prices, values, strict=True) if tell(orders, many, at)
    ):
        return AS_IT_STANDS
    words, number = normalise(header), sheet.headers[key]
    is_of_document = any(word in words for word in DOCUMENTS)
    is_sum = any(word in words for word in SUMS)
    needed = 1 if is_of_document and is_sum else 2 if is_of_document or any(map(vary, values)) else None
    if needed is None and cost_less_alone(sheet, orders, place.get("product"), key, index):
        needed = FEWEST_ORDERS
    if needed is not None and len(orders) >= needed:
        sentence = f"'{header}' stands on every line of an order and was counted once for each '{number}'."
        # Numbers may begin again each year, and what is given back has the number of its order.
        day = (sheet.headers[place["ordered_at"]],) if "ordered_at" in place else ()
        return RowAmount(None, (number, *day, header), (("repeated_total", sentence),))
    if len(orders) < FEWEST_ORDERS:
        return AS_IT_STANDS
    shown = f"All lines of one '{number}' show the same '{header}', in each of the {len(orders)} looked at."
    if LINES.isdisjoint(words.split()) and differ_in_product(orders, place, index):
        return RowAmount(
            unclear=f"{shown} Is it the amount of the whole order, rename it to 'Order total'; of each line, to "
            f"'Line total'. Then upload the file again."
        )
    sentence = (
        f"{shown} Each line was counted; if it is the amount of the whole order, rename it to 'Order total' and upload "
        f"the file again."
    )
    return RowAmount(notes=(("maybe_repeated_total", sentence),))


def differ_in_product(orders: list[list[Sequence]], place: dict[str, int], index: int) -> bool:
    """Each order is of one person and of several products, and some product stands beside several amounts."""
    product, who = place.get("product"), [place[each] for each in WHO if each in place]
    if product is None:
        return False
    amounts: dict[str, set[str]] = defaultdict(set)
    for lines in orders:
        for row in lines:
            amounts[row[product]].add(row[index].strip())
    are_different = all(len({row[product] for row in lines}) == len(lines) for lines in orders)
    is_of_one = all(len({row[at] for row in lines}) == 1 for lines in orders for at in who)
    return are_different and is_of_one and any(len(each) > 1 for each in amounts.values())


def orders_of_lines(rows: Sequence[Sequence], key: int, index: int, day: int | None) -> list[list[Sequence]]:
    """Rows of each key that has several which differ, on one day; what is below zero is no line of an order."""
    found: dict[str, list[Sequence]] = defaultdict(list)
    for row in filled(rows, (key, index)):
        if row[index].strip()[0] not in "-(\u2212":
            found[row[key]].append(row)
    several = [lines for lines in found.values() if len({tuple(row) for row in lines}) > 1]
    return [lines for lines in several if day is None or len({row[day] for row in lines if row[day]}) <= 1]


def cost_less_alone(sheet: Sheet, orders: list[list[Sequence]], product: int | None, key: int, index: int) -> bool:
    """Every order names several products, one of which costs less wherever it is the only one of its order."""
    if product is None:
        return False
    rows = filled(sheet.sample, (product, key, index))
    lines_of = Counter(row[key] for row in rows)
    alone: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if lines_of[row[key]] == 1:
            alone[row[product]].append(cents(row[index]))

    def is_more(lines: list[Sequence]) -> bool:
        sold = {row[product] for row in lines}
        return len(sold) > 1 and any(max(alone[one]) < cents(lines[0][index]) for one in sold if one in alone)

    return all(map(is_more, orders))


def prices_of_one(sheet: Sheet, index: int, names: Names) -> list[int]:
    """Places of the columns of prices."""
    told = {names.find("Unit price"), names.find("Rate")}
    return [at for at, header in enumerate(sheet.headers) if at != index and (header in told or is_price(header))]


def values_of(orders: list[list[Sequence]], quantity: int | None, price: int) -> list[list[int]]:
    """Pieces times price of each line, in hundredths of a cent; of one piece where no column counts them."""

    def value(row: Sequence) -> int:
        one, many = (cents(row[at]) if at is not None and at < len(row) else 100 for at in (price, quantity))
        return one * many

    return [[value(row) for row in lines] for lines in orders]


def tell(orders: list[list[Sequence]], quantity: int, price: int) -> bool:
    """Lines of some order differ in pieces or price; the same on all of them may be the order's as well."""
    return any(len({(row[quantity], row[price]) for row in lines}) > 1 for lines in orders)


def is_of_the_line(orders: list[list[Sequence]], index: int, values: list[list[int]]) -> bool:
    """The value of every line is its amount."""
    pairs = [
        (row, value)
        for lines, line_values in zip(orders, values, strict=True)
        for row, value in zip(lines, line_values, strict=True)
    ]
    return all(abs(value - 100 * cents(row[index])) <= ROUNDED for row, value in pairs)


def vary(values: list[list[int]]) -> bool:
    """Lines of one order differ in value, in every order: one amount on all of them is not their own."""
    return all(len(set(line_values)) > 1 for line_values in values)
