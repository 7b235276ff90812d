"""Rows that speak of money given back and stand above zero: whether they are sales only the owner knows."""

import duckdb

from analytics.ingest.land.sql import is_one_of, literal, quote, rows_of
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned

# How the text of such a line begins: alone, or before a number or what it is about. "Refund protection" is a product.
WORDS = (
    "credit note|credit memo|refund|gutschrift|rechnungskorrektur|erstattung|storno|stornorechnung|avoir|note de credit"
    "|remboursement|nota de credito|devolucion|reembolso|creditnota|creditfactuur|terugbetaling"
)
LINE = (
    rf"^(?:{WORDS})s?(?:$|\s*[:,(#-]|\s+(?:[0-9]|(?:n|no|nr|num|for|on|of|from|to|zu|zur|fur|auf|sur|pour|du|de|del|van"
    r"|voor|op)\b))"
)
# How documents that give money back are numbered, beside others that are numbered otherwise.
NUMBERED = ("CN", "CRN", "CR", "CM", "GS", "GU", "RK", "AV", "AVO", "NC", "CRED", "CREDIT", "GUTSCHRIFT", "AVOIR")
PREFIX = "upper(regexp_extract(order_id, '^([A-Za-z]{1,12})[ _/.-]?[0-9]', 1))"
SAYS = {
    "product": f"regexp_matches(strip_accents(lower(product)), {literal(LINE)})",
    "order_id": is_one_of(PREFIX, NUMBERED),
}


def maybe_credits(connection: duckdb.DuckDBPyConnection, sheet, own: Written) -> list[Warned]:
    """A warning that counts them and says what to do; none where a column says what gives money back."""
    if sheet.plan.table != "orders" or not own.rows_used or sheet.plan.planned_as("is_refund").is_given:
        return []
    spoken = _count(connection, sheet, own, "product")
    numbered = _count(connection, sheet, own, "order_id")
    others = f"select count(*) from {rows_of(own.parquet)} where {PREFIX} <> '' and not {SAYS['order_id']}"
    if numbered and connection.execute(others).fetchone()[0] <= numbered:
        numbered = 0  # all are numbered so
    return [
        *_told(spoken, "under a text that begins as a credit note does"),
        *_told(numbered, "under a number like that of a credit note"),
    ]


def _count(connection: duckdb.DuckDBPyConnection, sheet, own: Written, column: str) -> int:
    """Rows whose column says so; every row is asked only where the sample has one. 0 where one is below zero."""
    planned = sheet.plan.planned_as(column)
    if len(planned.leaves) != 1:
        return 0
    sample = f"(select {planned.leaves[0].cell} as {column} from {quote(sheet.source.sample)})"
    if not connection.execute(f"select count(*) from {sample} where {SAYS[column]}").fetchone()[0]:
        return 0
    rows = f"select revenue_amount as amount from {rows_of(own.parquet)} where {SAYS[column]}"
    return connection.execute(
        f"select case when min(amount) < 0 then 0 else count(*) filter (amount > 0) end from ({rows})"
    ).fetchone()[0]


def _told(count: int, says: str) -> list[Warned]:
    rows = "1 row stands" if count == 1 else f"{count:,} rows stand"
    told = (
        f"{rows} above zero {says}, and counted as sales. If money was given back, write a minus before those amounts "
        "and upload the file again."
    )
    return [Warned("maybe_credits", told)] if count else []
