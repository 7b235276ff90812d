"""Ids of a tool that numbers by itself, told apart from the same numbers of another tool."""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.land.sql import literal, quote
from analytics.ingest.receipt import Receipt, Warned

# What a tool numbers; names, e-mails and phones still tell that two rows are about one person.
NUMBERED = ("order_id", "customer_id", "lead_id", "deal_id", "referred_by_customer_id")


def number_apart(connection: duckdb.DuckDBPyConnection, folder: Path, receipt: Receipt) -> Receipt:
    """Every id of the landed tables as `Square/17` where the owner named the tool whose numbers these are."""
    tool = (receipt.choice or {}).get("numbering")
    if not tool or receipt.error:
        return receipt
    # A cursor: what landed the rows may have left a result on the connection itself.
    with connection.cursor() as cursor:
        for file in receipt.parquet.values():
            _rewrite(cursor, folder / file, tool)
    told = Warned("numbered_apart", f"The numbers of this file are those of {tool}: 17 is kept as {tool}/17.")
    return replace(receipt, warnings=(*receipt.warnings, told))


def _rewrite(connection: duckdb.DuckDBPyConnection, file: Path, tool: str) -> None:
    rows = connection.read_parquet(str(file))
    shown = [
        f"{literal(tool + '/')} || {quote(name)} as {quote(name)}" if name in NUMBERED else quote(name)
        for name in rows.columns
    ]
    apart = file.with_name(f"apart-{file.name}")
    rows.project(", ".join(shown)).write_parquet(str(apart), compression="zstd")
    apart.replace(file)
