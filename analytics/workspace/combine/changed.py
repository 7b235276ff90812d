"""What the newest uploads changed of one canonical table, counted for their receipts."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import ColumnExpression, ConstantExpression, FunctionExpression

from analytics.workspace.combine.tables import PEOPLE, Contribution, completed, content_of, landed_rows

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Changes:
    """Rows of the newest uploads by what they did to the table."""

    new: int
    changed: int
    unchanged: int


def changes(
    connection: duckdb.DuckDBPyConnection, table: str, contributions: list[Contribution], newcomers: set[int]
) -> Changes:
    """What the uploads of these ranks changed, against the uploads that were there before.

    A list of customers or leads that tells less than stands changes nothing by what it leaves out.
    """
    rows = landed_rows(connection, table, contributions)
    if table in PEOPLE:
        is_new = ColumnExpression("upload_rank").isin(*map(ConstantExpression, sorted(newcomers)))
        before, coming = completed(rows.filter(~is_new), table), completed(rows, table).filter(is_new)
        rows = _whole(before).union(_whole(coming))
    rows.create_view("landed", replace=True)
    connection.execute(
        "create or replace temp table newcomers as select unnest(cast($ranks as bigint[])) as upload_rank",
        {"ranks": sorted(newcomers)},
    )
    return Changes(*connection.sql((HERE / "changes.sql").read_text(encoding="utf-8")).fetchall()[0])


def _whole(rows: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """The rows with their content put together again."""
    content = FunctionExpression("row", *map(ColumnExpression, content_of(rows))).alias("whole_row")
    return rows.select(*(content if name == "whole_row" else ColumnExpression(name) for name in rows.columns))
