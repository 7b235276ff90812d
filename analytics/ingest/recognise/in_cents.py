"""Amounts in cents, as the interface of a payment service gives them: its own exports write whole units with cents.

Counted as they stand, the sales would be a hundredfold of what they were.
"""

from analytics.errors import UnrecognisedSheet
from analytics.ingest.recognise.header_text import normalise
from analytics.ingest.recognise.recognised import Recognised
from analytics.ingest.recognise.sheet import Sheet
from analytics.ingest.recognise.unrecognised import title

# Money that has no cents.
CODES = "bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf"
WITHOUT_CENTS = frozenset(CODES.split())
# A fee of so many rows that is no share of its amount to the cent is written in cents itself.
FEWEST_ROWS = 3


def told_in_cents(known: Recognised, sheet: Sheet) -> UnrecognisedSheet | None:
    """What to ask where amounts and the service's fees are whole numbers on every row; None where some have cents."""
    cells = {normalise(header): each for header, each in zip(sheet.headers, sheet.cells, strict=True)}
    amounts, fees = cells.get("amount", []), cells.get("fee", [])
    currencies = set(map(str.casefold, cells.get("currency", [])))
    are_whole = all(cell.lstrip("-").isdecimal() for cell in (*amounts, *fees))
    if not are_whole or len(set(fees)) < FEWEST_ROWS or currencies & WITHOUT_CENTS:
        return None
    return UnrecognisedSheet(
        what=f"{title(sheet)} may write its amounts in cents: no 'Amount' and no 'Fee' has any, as in '{amounts[0]}'.",
        fix="If so, divide them by 100, or take the export from the website of the service. If they are whole amounts, "
        f"choose {known.sheet_type.title()} on the upload page (--as {known.sheet_type}).",
    )
