"""Lists of an accountant that hold no sales of their own kind: journals, bank statements, what was bought."""

from analytics.ingest.recognise.derive import Names
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.known import SheetType
from analytics.ingest.recognise.sheet import Sheet

# Both sides of a ledger in columns of their own; of a bank statement what left and what came in.
DEBIT = ("Debit", "Debit amount", "Debits", "Soll", "Débit", "Debe", "Cargo", "Debet", "Af", "Money out", "Paid out")
CREDIT = ("Credit", "Credit amount", "Credits", "Haben", "Crédit", "Haber", "Abono", "Bij", "Money in", "Paid in")
SUPPLIER = frozenset(
    ["supplier", "vendor", "lieferant", "fournisseur", "proveedor", "leverancier", "po number", "purchase order"]
)


def said_of_ledger(sheet: Sheet, kind: SheetType) -> str | None:
    """What to do with such a list instead; None for any other, and for what is no list of sales at all."""
    if kind.given_back is None:
        return None
    if sides := both_sides(sheet):
        return (
            f"'{sides[0]}' and '{sides[1]}' are the two sides of a ledger: a sale stands on both, or beside what you "
            f"paid. Export the list of invoices or of sales by customer instead. Of a bank statement keep the rows of "
            f"customers who paid, with what they paid in a column 'Revenue amount'."
        )
    bought = next((header for header in sheet.headers if names_supplier(header)), None)
    if bought and not names_customer(sheet, kind):
        return (
            f"'{bought}' names whom you buy from, and Gleaner reads what you sell. If each row is a sale all the same, "
            f"add a column 'Customer name' and one 'Revenue amount', then upload it again."
        )
    return None


def both_sides(sheet: Sheet) -> tuple[str, str] | None:
    """The headers of the two sides of a ledger; None where one of them lacks."""
    names = Names(sheet.headers, {"Debit": list(DEBIT), "Credit": list(CREDIT)})
    debit, credit = names.find("Debit"), names.find("Credit")
    return (debit, credit) if debit and credit else None


def names_supplier(header: str) -> bool:
    words = normalise(header)
    return words in SUPPLIER or words.partition(" ")[0] in SUPPLIER


def names_customer(sheet: Sheet, kind: SheetType) -> bool:
    known = kind.column("customer_name").ranks
    return any(normalise(header) in known for header in sheet.headers)
