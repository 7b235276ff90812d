"""Tickets that were sold: an export of who comes is a list of sales where each row has a price and who bought it."""

from analytics.ingest.recognise.fees_and_taxes import cents
from analytics.ingest.recognise.fit import fit
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import sheet_type
from analytics.ingest.recognise.recognised import Recognised
from analytics.ingest.recognise.sheet import Sheet

BUYERS = frozenset(
    [
        *("buyer", "purchaser", "purchased", "billing", "customer", "kaeufer", "besteller"),
        "acheteur",
        "comprador",
        "koper",
    ]
)
WHO = frozenset({"customer_id", "customer_name", "email", "phone"})
# Of the tickets; the others were given away.
PRICED = 0.5


def as_sales(export: Recognised, sheet: Sheet) -> Recognised:
    """The export read as sales where it sold something; else as it is."""
    if export.sheet_type != "touches":
        return export
    sold = fit(sheet, sheet_type("orders"))
    names_buyers = any(
        BUYERS & set(normalise(header).split()) for header, column in sold.columns.items() if column in WHO
    )
    return sold if names_buyers and not (sold.missing or sold.unclear) and are_priced(sold, sheet) else export


def are_priced(sold: Recognised, sheet: Sheet) -> bool:
    places = [sheet.headers.index(header) for header, column in sold.columns.items() if column == "revenue_amount"]
    priced = [row for row in sheet.sample if any(cents(row[place]) for place in places if place < len(row))]
    return bool(priced) and len(priced) >= PRICED * len(sheet.sample)
