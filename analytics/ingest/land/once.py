"""An amount told on every line of an order counts on the first line that is used, not on one that is set aside."""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.judge import JUDGED, judge
from analytics.ingest.land.refunds import settle_refunds
from analytics.ingest.land.rows import is_first
from analytics.ingest.land.scan import scan
from analytics.ingest.land.sql import quote
from analytics.ingest.land.write import copy


def on_used_lines(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, stage: Path, target):
    """The sheet with the lines that count, and its scan made anew, where a line that counts would be set aside."""
    if not sheet.plan.once:
        return sheet
    judge(connection, sheet.plan, chosen.formats, stage)
    aside = f"row_number in (select row_number from {JUDGED} where told is not null)"
    rows = quote(sheet.source.rows)
    (lost,) = connection.execute(f"select count(*) from {rows} where is_first and {aside}").fetchone()
    if not lost:
        return sheet
    again = f"{sheet.source.rows}_again"
    first = is_first(sheet.plan.headers, sheet.recognised.rows, f"{aside}, ")
    connection.execute(
        f"create or replace temp table {quote(again)} as select * exclude (is_first), {first} as is_first from {rows} "
        f"order by row_number"
    )
    moved = replace(sheet, source=replace(sheet.source, rows=again))
    copy(connection, scan(moved.plan, chosen.formats, moved.source, target.origin), stage)
    settle_refunds(connection, moved.plan, stage)
    return moved
