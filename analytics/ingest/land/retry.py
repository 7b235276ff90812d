"""A second look at the formats when cells beyond the sample could not be read."""

from pathlib import Path

import duckdb

from analytics.ingest.clean.format import Format
from analytics.ingest.land.choose import Chosen, Orders, choose
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.formats import Look
from analytics.ingest.land.scan import fails, leaf_value
from analytics.ingest.land.source import SAMPLE_ROWS
from analytics.ingest.land.sql import any_of, quote, rows_of


def better(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, orders: Orders, stage: Path) -> Chosen | None:
    """Formats that read the sample as well and the failing cells better; None when there are none.

    Only one format per column is looked for: what a better one cannot read stays unread.
    """
    if sheet.source.is_whole or not _has_unread(connection, stage):
        return None
    rows = f"{sheet.source.sample}_again"
    _gather(connection, sheet, chosen, rows)
    again = choose(Look(connection, rows), sheet.plan, orders, sheet.dialect)
    formats = {leaf: _kept(connection, sheet, leaf, old, again.formats[leaf]) for leaf, old in chosen.formats.items()}
    return Chosen(formats, again.warnings) if formats != chosen.formats else None


def _has_unread(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    return bool(connection.execute(f"select count(unread) from {rows_of(stage)}").fetchone()[0])


def _gather(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, rows: str) -> None:
    """The sample and, beside it, rows that hold a cell which was not read."""
    source = sheet.source
    leaves = [leaf for leaf in sheet.plan.leaves if leaf.can_fail]
    cells = ", ".join(f"c{place + 1}" for place in range(source.column_count))
    values = ", ".join(f"{leaf_value(leaf, chosen.formats[leaf])} as {leaf.value}" for leaf in leaves)
    unread = any_of([fails(leaf) for leaf in leaves])
    failing = f"select {cells} from (select {cells}, {values} from {quote(source.rows)}) where {unread}"
    connection.execute(
        f"create or replace temp table {quote(rows)} as "
        f"select {cells} from {quote(source.sample)} union all (select * from ({failing}) limit {SAMPLE_ROWS})"
    )


def _kept(connection: duckdb.DuckDBPyConnection, sheet, leaf: Leaf, old: Format, new: Format) -> Format:
    """The new format where it reads no less of the sample than the old one."""
    if new == old or not leaf.can_fail:
        return old
    counts = ", ".join(f"count({leaf_value(leaf, one)})" for one in (old, new))
    before, after = connection.execute(f"select {counts} from {quote(sheet.source.sample)}").fetchone()
    return new if after >= before else old
