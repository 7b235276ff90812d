"""What people wrote down, as the table `entries` that questions read beside a version."""

from dataclasses import fields
from pathlib import Path

import duckdb

from analytics.workspace.records import Entry

_TABLE = Path(__file__).parents[1] / "canonical" / "written" / "entries.sql"


def create_entries(connection: duckdb.DuckDBPyConnection) -> None:
    """The empty table, in schema canonical."""
    connection.execute(_TABLE.read_text(encoding="utf-8"))


def bring_entries(connection: duckdb.DuckDBPyConnection, entries: list[Entry]) -> None:
    """Put these in the place of what was there, at once: whoever asks meanwhile sees the old ones or the new ones."""
    import pyarrow as pa

    rows = pa.table({name: pa.array([getattr(each, name) for each in entries], kind) for name, kind in _kinds(pa)})
    cursor = connection.cursor()
    try:
        cursor.register("entries_now", rows)
        cursor.begin()
        cursor.execute("delete from canonical.entries")
        cursor.execute("insert into canonical.entries by name from entries_now")
        cursor.commit()
    finally:
        cursor.close()


def _kinds(pa) -> list[tuple[str, object]]:
    kinds = {"entry_id": pa.int64(), "written_at": pa.timestamp("us")}
    return [(each.name, kinds.get(each.name, pa.string())) for each in fields(Entry)]
