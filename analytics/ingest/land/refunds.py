"""Yes under "Refund": a row that gives money back, or a sale whose money came back later. The rows beside it tell.

"Credit note: yes" marks a document of its own and needs no asking. "Refund: yes" beside 100.00 may be either, and taken
for the wrong one it turns a sale into a loss. See docs/decisions/060-refund-yes.md.
"""

from pathlib import Path

import duckdb

from analytics.ingest.land.judge import staged
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.reasons import REFUNDED
from analytics.ingest.land.refund_marks import mark
from analytics.ingest.land.write import copy
from analytics.ingest.receipt import Warned

MONEY = ("revenue_amount", "cost_amount")


def settle_refunds(connection: duckdb.DuckDBPyConnection, plan: Plan, stage: Path) -> list[Warned]:
    """Put refunds of the scan below zero and name the refunded sales in the table REFUNDED; what to tell of it."""
    connection.execute(f"create or replace temp table {REFUNDED} (place bigint)")
    if plan.refund_mark is None or not _any_above_zero(connection, stage):
        return []
    mark(connection, stage)
    repeated, open_rows = connection.execute(
        "select count(*) filter (says = 'repeats'), count(*) from refund_marks where says in ('repeats', 'nothing')"
    ).fetchone()
    refunds = ("refund", "repeats", "nothing") if 2 * repeated > open_rows else ("refund",)
    _turn(connection, stage, refunds)
    if len(refunds) > 1:
        return []
    connection.execute(
        f"insert into {REFUNDED} select place from refund_marks where says in ('repeats', 'nothing', 'discount')"
    )
    doubtful = connection.execute("select count(*) from refund_marks where is_either").fetchone()[0]
    return [_refunded(plan.refund_mark, open_rows, doubtful)] if open_rows else []


def _any_above_zero(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    sql = "select count(*) from read_parquet($file) where is_refund and revenue_amount > 0"
    return connection.execute(sql, {"file": str(stage)}).fetchone()[0] > 0


def _turn(connection: duckdb.DuckDBPyConnection, stage: Path, refunds: tuple[str, ...]) -> None:
    """The scan's file written anew: refunds, and what they cost, below zero; a sale that is answered is a sale."""
    connection.execute("create or replace temp table refund_turns (place bigint, is_back boolean)")
    connection.execute(
        "insert into refund_turns select place, says <> 'answered' from refund_marks "
        "where says = 'answered' or list_contains($refunds, says)",
        {"refunds": list(refunds)},
    )
    if not connection.execute("select count(*) from refund_turns").fetchone()[0]:
        return
    signed = ", ".join(f"{_when(True)} -abs({name}) else {name} end as {name}" for name in MONEY)
    flag = f"{_when(False)} false else is_refund end as is_refund"
    turned = stage.with_name(f"turned-{stage.name}")
    # Places of rows are asked again later: their order must stay.
    copy(
        connection,
        f"select * exclude (file_row_number) replace ({signed}, {flag}) from {staged(stage)} order by file_row_number",
        turned,
    )
    turned.replace(stage)


def _when(is_back: bool) -> str:
    return f"case when file_row_number in (select place from refund_turns where is_back = {is_back}) then"


def _refunded(header: str, count: int, doubtful: int) -> Warned:
    rows = "1 row says" if count == 1 else f"{count:,} rows say"
    told = (
        f"{rows} yes under '{header}' beside an amount above zero, and the sale does not stand in a row of its own: "
        f"each was taken for a sale whose money came back, and counts nothing. If such a row is a refund of another "
        f"sale, say on the upload page that '{header}' is 'is refund', or rename it to 'Credit note' and upload the "
        f"file again."
    )
    either = (
        f" Look at {doubtful:,} of them first: an earlier order of the same customer has the same amount, and others "
        f"in this file pay that amount again and again, so the file does not tell a refund from a sale."
    )
    return Warned("refunded_sales", told + either if doubtful else told)
