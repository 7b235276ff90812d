"""One canonical table out of the Parquet files of several uploads."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, Expression, FunctionExpression

from analytics.workspace.combine.silent import with_what_is_not_said

HERE = Path(__file__).parent
CANONICAL = Path(__file__).parents[2] / "canonical"
SNAPSHOTS = "deal_snapshots"
TABLES = (*sorted(file.stem for file in CANONICAL.glob("*.sql")), SNAPSHOTS)
# Where a row came from; everything else is its content.
PROVENANCE = ("upload_id", "sheet", "row_number", "row_offset", "unread", "snapshot_date")
# Tables whose files bring a key of their own: a later upload supersedes whatever an earlier one said about that key.
KEYS = {"orders": "order_id", "customers": "customer_id", "leads": "lead_id"}
# Several tools keep lists of the same people, each with its own columns; the rows of an order belong to one of them.
PEOPLE = ("customers", "leads")
LONG_AGO = ConstantExpression("0001-01-01").cast(duckdb.type("date"))


@dataclass(frozen=True)
class Contribution:
    """The rows that one sheet of one upload gives to one table.

    rank : place of the upload in the order of loading.
    """

    table: str
    file: Path
    rank: int


def canonical_rows(connection: duckdb.DuckDBPyConnection, file: Path) -> duckdb.DuckDBPyRelation:
    """The rows of a landed or published file, with row_number always known and row_offset null."""
    rows = connection.read_parquet(str(file), file_row_number=True)
    numbered = CoalesceOperator(
        ColumnExpression("row_number"), ColumnExpression("row_offset") + ColumnExpression("file_row_number")
    )
    special = {
        "row_number": numbered.alias("row_number"),
        "row_offset": ConstantExpression(None).cast(duckdb.type("bigint")).alias("row_offset"),
    }
    names = [name for name in rows.columns if name != "file_row_number"]
    return rows.select(*(special.get(name, ColumnExpression(name)) for name in names))


def empty(connection: duckdb.DuckDBPyConnection, table: str) -> duckdb.DuckDBPyRelation:
    """The table of that name without rows, typed as its definition says."""
    definition = "deals" if table == SNAPSHOTS else table
    connection.execute("drop schema if exists definitions cascade")
    connection.execute("create schema definitions")
    connection.execute("use definitions")
    # The table alone: its twenty comments would take longer than everything else.
    connection.execute(connection.extract_statements((CANONICAL / f"{definition}.sql").read_text(encoding="utf-8"))[0])
    connection.execute("use main")
    return connection.table(f"definitions.{definition}")


def combine(
    connection: duckdb.DuckDBPyConnection, table: str, contributions: list[Contribution]
) -> duckdb.DuckDBPyRelation:
    """The rows that stand when several uploads speak of one table.

    orders                   : the latest upload that holds the key, whole.
    customers, leads         : the same, but a column that it does not fill keeps what was said before.
    deals                    : the latest snapshot of each deal; deal_snapshots keeps every one of them.
    the others               : all rows, exact repeats across uploads once.
    """
    rows = landed_rows(connection, table, contributions)
    if table in PEOPLE:
        rows = completed(rows, table)
    rows.create_view("landed", replace=True)
    rule = "supersede" if table in KEYS or table in ("deals", SNAPSHOTS) else "collapse"
    return connection.sql((HERE / f"{rule}.sql").read_text(encoding="utf-8"))


def completed(rows: duckdb.DuckDBPyRelation, table: str) -> duckdb.DuckDBPyRelation:
    """The rows with what they do not say, as the uploads before them said it."""
    return with_what_is_not_said(rows, [name for name in content_of(rows) if name != KEYS[table]])


def landed_rows(
    connection: duckdb.DuckDBPyConnection, table: str, contributions: list[Contribution]
) -> duckdb.DuckDBPyRelation:
    """Rows of all uploads with upload_rank, key, newness and whole_row."""
    parts = [_part(connection, table, contribution) for contribution in contributions]
    together = parts[0]
    for part in parts[1:]:
        together = together.union(part)
    return together


def content_of(rows: duckdb.DuckDBPyRelation) -> list[str]:
    beside = (*PROVENANCE, "upload_rank", "key", "newness", "whole_row")
    return [name for name in rows.columns if name not in beside]


def _part(connection: duckdb.DuckDBPyConnection, table: str, contribution: Contribution) -> duckdb.DuckDBPyRelation:
    rows = canonical_rows(connection, contribution.file)
    content = FunctionExpression("row", *map(ColumnExpression, content_of(rows)))
    rank = ConstantExpression(contribution.rank).cast(duckdb.type("bigint"))
    key, newness = _key(table, content), _newness(table, rank)
    return rows.select(
        *(ColumnExpression(name) for name in rows.columns),
        rank.alias("upload_rank"),
        key.alias("key"),
        newness.alias("newness"),
        content.alias("whole_row"),
    )


def _key(table: str, content: Expression) -> Expression:
    if table == SNAPSHOTS:
        return FunctionExpression("row", ColumnExpression("deal_id"), ColumnExpression("snapshot_date"))
    if table == "deals":
        return ColumnExpression("deal_id")
    return ColumnExpression(KEYS[table]) if table in KEYS else content


def _newness(table: str, rank: Expression) -> Expression:
    if table == "deals":
        return FunctionExpression("row", CoalesceOperator(ColumnExpression("snapshot_date"), LONG_AGO), rank)
    return rank
