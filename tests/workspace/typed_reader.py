"""A reader for tests of the workspace alone: plain CSV files of canonical columns, landed without a child process."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import duckdb

from analytics.ingest.receipt import Receipt
from analytics.workspace.combine.tables import empty

MONEY = ("revenue_amount", "amount", "quota_amount")


def read_typed(path: Path, name: str, out: Path, options, settings) -> list[Receipt]:
    """Land a CSV whose name begins with its table: `orders-march.csv` gives rows to orders."""
    table = options.as_type or Path(name).stem.split("-")[0].split(".")[0]
    if table == "broken":
        return [Receipt(file=name, error={"what": f"'{name}' is no table.", "fix": "Send another.", "code": "Broken"})]
    with duckdb.connect(":memory:") as connection:
        connection.execute(
            "create table typed as from read_csv($path, header = true, all_varchar = true)", {"path": str(path)}
        )
        rows = connection.table("typed")
        expressions = list(_columns(connection, table, rows, path.name))
        rows.select(*expressions).write_parquet(str(out / f"0-{table}.parquet"), compression="zstd")
        landed = connection.read_parquet(str(out / f"0-{table}.parquet"))
        count = landed.aggregate("count(*)").fetchall()[0][0]
        headers = rows.columns
        sums = {header: _sum(landed, header) for header in headers if header in MONEY}
    return [
        Receipt(
            file=name,
            sheet_type=table,
            rows_in=count,
            rows_used=count,
            columns={header: header for header in headers},
            sums=sums,
            upload_id=path.name,
            parquet={table: f"0-{table}.parquet"},
        )
    ]


def _columns(connection, table: str, rows, upload_id: str) -> Iterable[duckdb.Expression]:
    given = {"upload_id": duckdb.ConstantExpression(upload_id), "row_offset": duckdb.ConstantExpression(2)}
    for column, kind in zip(empty(connection, table).columns, empty(connection, table).types, strict=True):
        if column in rows.columns:
            value = duckdb.ColumnExpression(column)
        else:
            value = given.get(column, duckdb.ConstantExpression(None))
        yield value.cast(kind).alias(column)


def _sum(landed, column: str) -> dict[str, str]:
    total = landed.aggregate([duckdb.FunctionExpression("sum", duckdb.ColumnExpression(column))]).fetchall()[0][0]
    text = str(total or Decimal(0))
    return {"in": text, "used": text, "set_aside": "0"}
