"""Rows that speak of money given back and stand above zero: whether they are sales only the owner knows."""

import duckdb

from analytics.ingest.land.plan import Plan
from analytics.ingest.land.sql import is_one_of, literal, rows_of
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned

# How the text of such a line begins: alone, or before a number or what it is about. "Refund protection" is a product.
WORDS = (
    "credit note|credit memo|refund|gutschrift|rechnungskorrektur|erstattung|storno|stornorechnung|avoir|note de credit"
    "|remboursement|abono|nota de credito|devolucion|reembolso|creditnota|creditfactuur|terugbetaling"
)
LINE = (
    rf"^(?:{WORDS})s?(?:$|\s*[:,(#-]|\s+(?:[0-9]|(?:n|no|nr|num|for|on|of|from|to|zu|zur|fur|auf|sur|pour|du|de|del|van"
    r"|voor|op)\b))"
)
# How documents that give money back are numbered, beside others that are numbered otherwise.
NUMBERED = ("CN", "CRN", "CR", "CM", "GS", "GU", "RK", "AV", "AVO", "NC", "CRED", "CREDIT", "GUTSCHRIFT", "AVOIR")
PREFIX = "upper(regexp_extract(order_id, '^([A-Za-z]{1,12})[ _/.-]?[0-9]', 1))"
# The first letters are compared before any pattern: of a million rows hardly one comes so far.
STARTS = {"product": sorted({word[:4] for word in WORDS.split("|")}), "order_id": sorted({one[:2] for one in NUMBERED})}


def maybe_credits(connection: duckdb.DuckDBPyConnection, plan: Plan, own: Written) -> list[Warned]:
    """A warning that counts them and says what to do; none where a column says what gives money back."""
    if plan.table != "orders" or not own.rows_used or plan.planned_as("is_refund").is_given:
        return []
    spoken = _count(connection, own, "product", f"regexp_matches(strip_accents(lower(product)), {literal(LINE)})")
    numbered = _count(connection, own, "order_id", is_one_of(PREFIX, NUMBERED))
    others = f"select count(*) from {rows_of(own.parquet)} where {PREFIX} <> '' and not {is_one_of(PREFIX, NUMBERED)}"
    if numbered and connection.execute(others).fetchone()[0] <= numbered:
        numbered = 0  # all are numbered so
    return [*_told(spoken, "begin with a word for a credit note"), *_told(numbered, "are numbered as credit notes are")]


def _count(connection: duckdb.DuckDBPyConnection, own: Written, column: str, says: str) -> int:
    """Rows that say so; 0 where one of them stands below zero already."""
    letters = len(STARTS[column][0])
    starts = is_one_of(f"substr({column}, 1, {letters})", cased(STARTS[column]))
    rows = f"select revenue_amount as amount from {rows_of(own.parquet)} where {starts} and {says}"
    return connection.execute(
        f"select case when min(amount) < 0 then 0 else count(*) filter (amount > 0) end from ({rows})"
    ).fetchone()[0]


def cased(starts: list[str]) -> list[str]:
    """In small letters, in capitals and with a capital first."""
    return sorted({form for one in starts for form in (one.lower(), one.upper(), one.capitalize())})


def _told(count: int, says: str) -> list[Warned]:
    rows = "1 row stands" if count == 1 else f"{count:,} rows stand"
    told = (
        f"{rows} above zero and {says}: counted as sales. If money was given back, write a minus before those amounts "
        "and upload the file again."
    )
    return [Warned("maybe_credits", told)] if count else []
