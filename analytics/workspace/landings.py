"""What each sheet of an upload gave, and how many of its rows stand in a version."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb

from analytics.errors import WorkspaceError
from analytics.ingest.receipt import Receipt

# rows_in = rows_used + rows_set_aside + rows_replaced: a newer upload replaced what was landed and stands no more.
STANDING = """
    create table landings as
    with

    standing as (
        select 'customers' as table_name, upload_id, count(*) as row_count
        from canonical.customers
        group by upload_id
        union all select 'orders', upload_id, count(*) from canonical.orders group by upload_id
        union all select 'leads', upload_id, count(*) from canonical.leads group by upload_id
        union all select 'touches', upload_id, count(*) from canonical.touches group by upload_id
        -- a row of a wide sheet gives several rows, one for each of its columns
        union all
        select 'path_counts', upload_id, count(distinct coalesce(sheet, '') || '|' || cast(row_number as varchar))
        from canonical.path_counts
        group by upload_id
        union all select 'deals', upload_id, count(*) from canonical.deals group by upload_id
        union all select 'stage_changes', upload_id, count(*) from canonical.stage_changes group by upload_id
        union all select 'interactions', upload_id, count(*) from canonical.interactions group by upload_id
        union all select 'feedback', upload_id, count(*) from canonical.feedback group by upload_id
        union all select 'referrals', upload_id, count(*) from canonical.referrals group by upload_id
        union all select 'quotas', upload_id, count(*) from canonical.quotas group by upload_id
    ),

    told as (
        select
            table_name,
            upload_id,
            cast(sum(rows_in) as bigint) as rows_in,
            cast(sum(rows_used) as bigint) as rows_landed,
            cast(sum(rows_set_aside) as bigint) as rows_set_aside
        from received
        group by table_name, upload_id
    )

    select
        told.table_name,
        told.upload_id,
        told.rows_in,
        coalesce(standing.row_count, 0) as rows_used,
        told.rows_set_aside,
        told.rows_landed - coalesce(standing.row_count, 0) as rows_replaced
    from told
    left join standing
        on told.table_name = standing.table_name
        and told.upload_id = standing.upload_id
"""


@dataclass(frozen=True)
class Landing:
    """One sheet of one upload as it was read.

    rank  : place of the upload in the order of loading.
    files : canonical table -> Parquet file.
    """

    rank: int
    receipt: Receipt
    files: dict[str, Path]

    @property
    def table(self) -> str | None:
        """The table that the rows of the sheet count for; a sheet may give rows to others beside it."""
        if not self.files or self.receipt.sheet_type in self.files:
            return self.receipt.sheet_type
        return next(iter(self.files))


def landings_of(receipts: list[Receipt], folder: Path, rank: int) -> list[Landing]:
    """What each sheet that could be used gave; the files lie in the folder."""
    return [
        Landing(rank, told, {table: folder / file for table, file in told.parquet.items()})
        for told in receipts
        if told.error is None
    ]


def keep_landings(connection: duckdb.DuckDBPyConnection, landings: list[Landing]) -> None:
    """Make the table landings: rows in, standing, set aside and replaced, by table and upload."""
    connection.execute(
        "create temp table received (table_name varchar, upload_id varchar, rows_in bigint, rows_used bigint, "
        "rows_set_aside bigint)"
    )
    for landing in landings:
        told = landing.receipt
        connection.execute(
            "insert into received values ($table, $upload, $rows_in, $used, $aside)",
            {
                "table": landing.table,
                "upload": told.upload_id,
                "rows_in": told.rows_in,
                "used": told.rows_used,
                "aside": told.rows_set_aside,
            },
        )
    connection.execute(STANDING)


def check(connection: duckdb.DuckDBPyConnection, landing: Landing) -> None:
    """Compare the landed rows and money with the receipt.

    Raises
    ------
    WorkspaceError  they differ: what was read is not what was told.
    """
    if landing.table not in landing.files:
        return
    rows = connection.read_parquet(str(landing.files[landing.table]))
    # A row of a wide sheet may give several rows (a count for each of its columns), so rows of the file are counted.
    found = rows.aggregate("count(distinct row_number) + count(*) - count(row_number)").fetchall()[0][0]
    if found != landing.receipt.rows_used:
        raise _differs(landing, f"{found:,} rows were landed, the receipt says {landing.receipt.rows_used:,}")
    for column, told in _sums(landing.receipt).items():
        if column in rows.columns and (amount := _sum(rows, column)) != told:
            raise _differs(landing, f"'{column}' adds up to {amount:,}, the receipt says {told:,}")


def _sums(receipt: Receipt) -> dict[str, Decimal]:
    """Canonical column to the sum of its used cells; columns that several headers feed tell nothing."""
    columns = list(receipt.columns.values())
    return {
        receipt.columns[header]: Decimal(told["used"])
        for header, told in receipt.sums.items()
        if header in receipt.columns and columns.count(receipt.columns[header]) == 1
    }


def _sum(rows: duckdb.DuckDBPyRelation, column: str) -> Decimal:
    total = duckdb.FunctionExpression("sum", duckdb.ColumnExpression(column))
    return rows.aggregate([total]).fetchall()[0][0] or Decimal(0)


def _differs(landing: Landing, how: str) -> WorkspaceError:
    return WorkspaceError(
        f"What was read of '{landing.receipt.file}' does not add up: {how}.",
        "Load the file again; when it stays, keep the file and report it. Nothing was changed.",
        code="DoesNotAddUp",
    )
