"""From the scan to the files of one table: the scan itself where nothing was in doubt, else sorted out."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.ingest.clean.format import Format
from analytics.ingest.land.columns import canonical_columns
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.judge import JUDGED, judge, staged
from analytics.ingest.land.keys import Keys, finish_keys
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.silent_total import tell_silent_total
from analytics.ingest.land.sql import literal, quote, rows_of

# snappy: 1,000,000 rows took 1.2 s, lz4 1.5 s, zstd 1.6 s on two cores. A dictionary of ids and e-mails is tried in
# vain: given up at 5,000 values, not 24,576, 100,000 rows take 0.32 s of processor, not 0.47, and no more space.
AS_PARQUET = "(format parquet, compression snappy, dictionary_size_limit 5000)"


@dataclass(frozen=True)
class Written:
    """The files of one table and their rows. rejects is None when no row was set aside."""

    table: str
    parquet: Path
    rejects: Path | None
    rows_in: int
    rows_used: int
    rows_set_aside: int
    made_keys: int
    has_unread: bool = False


def copy(connection: duckdb.DuckDBPyConnection, select: str, path: Path) -> int:
    """Write the select as Parquet; the number of rows written."""
    return connection.execute(f"copy ({select}) to {literal(str(path))} {AS_PARQUET}").fetchone()[0]


def sort_out(
    connection: duckdb.DuckDBPyConnection, plan: Plan, formats: dict[Leaf, Format], stage: Path, stem: Path
) -> Written:
    """The final files of a scan: `<stem>.parquet`, and `<stem>-rejects.parquet` when rows are set aside.

    stage : what the scan wrote. It becomes the final file as it is when no row was in doubt and every row has its key.
    """
    rows_in, doubtful = connection.execute(f"select count(*), count(unread) from {rows_of(stage)}").fetchone()
    final, rejects = stem.with_name(f"{stem.name}.parquet"), stem.with_name(f"{stem.name}-rejects.parquet")
    judge(connection, plan, formats, stage) if doubtful else _nothing_judged(connection)
    tell_silent_total(connection, plan, stage)
    aside, unread = connection.execute(
        "select count(told), count(*) filter (told is null and unread is not null) from judged"
    ).fetchone()
    keys = finish_keys(connection, plan.table, used_rows(stage))
    if not doubtful and not keys.count:
        stage.replace(final)
        return Written(plan.table, final, None, rows_in, rows_in, 0, 0)
    used = copy(connection, used_select(plan.table, keys), final)
    if aside:
        copy(connection, f"{rejects_select(plan.table, stage)} order by row_number", rejects)
    return Written(plan.table, final, rejects if aside else None, rows_in, used, aside, keys.count, bool(unread))


def _nothing_judged(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "create or replace temp table judged (place bigint, row_number bigint, told json, unread varchar, "
        "row_text varchar)"
    )


def used_rows(stage: Path, judged: str = JUDGED) -> str:
    """Relation of the rows of a scan that are used, with what was judged of them and their row number."""
    return (
        f"(select s.* exclude (unread, row_number, row_offset), coalesce(s.row_number, s.row_offset + "
        f"s.file_row_number) as row_number, "
        f"null::bigint as row_offset, j.unread from {staged(stage)} as s left join {judged} as j on j.place = "
        f"s.file_row_number "
        "where j.told is null)"
    )


def used_select(table: str, keys: Keys) -> str:
    """The select of the final file."""
    names = [quote(column.name) for column in canonical_columns(table)]
    columns = [keys.sql if name == keys.name else name for name in names]
    return (
        f"select {', '.join(columns)}, upload_id, sheet, row_number, row_offset, unread from {keys.rows} {keys.order}"
    )


def rejects_select(table: str, stage: Path, judged: str = JUDGED) -> str:
    """The select of the rows that are set aside, each with its reason."""
    return (
        f"select {literal(table)} as table_name, s.upload_id, s.sheet, j.row_number, j.told->>'code' as reason_code, "
        f"j.told->>'reason' as reason, j.told->>'column' as \"column\", j.told->>'value' as value, j.row_text "
        f"from {judged} as j inner join {staged(stage)} as s on s.file_row_number = j.place where j.told is not null"
    )
