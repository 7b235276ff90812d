"""Tables that outlast a version: what was said before (a prediction, the size of a segment) is there to be graded.

`canonical/remembered/<name>.sql` defines such a table. While a version is built, the rows that the version before had
under that name are there as `<name>_before`; a summary of the same name says what the new version keeps of them.
"""

from pathlib import Path

import duckdb
from duckdb import ColumnExpression, ConstantExpression

REMEMBERED = Path(__file__).parents[1] / "canonical" / "remembered"


def bring_what_was_said(connection: duckdb.DuckDBPyConnection, pages_before: Path | None) -> None:
    """Make each `<name>_before`, filled from pages.duckdb of the version before where there is one.

    A column that the version before did not have yet is null; one that is no longer known is dropped.
    """
    connection.execute("create schema if not exists memory.remembered")
    known = _columns_before(connection, pages_before)
    at = connection.execute("select current_setting('search_path')").fetchone()[0]
    for file in sorted(REMEMBERED.glob("*.sql")):
        connection.execute("use memory.remembered")
        connection.execute(file.read_text(encoding="utf-8"))
        if file.stem in known:
            _bring(connection, file.stem, known[file.stem])
        connection.execute("use memory.main")
        connection.table(f"memory.remembered.{file.stem}").create_view(f"{file.stem}_before")
    connection.execute("set search_path = $path", {"path": at})
    if known:
        connection.execute("detach version_before")


def _columns_before(connection: duckdb.DuckDBPyConnection, pages_before: Path | None) -> dict[str, set[str]]:
    """Tables and their columns of the version before, attached as version_before; {} where there is none."""
    if pages_before is None or not any(REMEMBERED.glob("*.sql")):
        return {}
    connection.execute("attach $path as version_before (read_only)", {"path": str(pages_before)})
    found = connection.execute(
        "select table_name, column_name from duckdb_columns() where database_name = 'version_before'"
    ).fetchall()
    return {table: {column for name, column in found if name == table} for table, _ in found}


def _bring(connection: duckdb.DuckDBPyConnection, table: str, had: set[str]) -> None:
    target = connection.table(f"memory.remembered.{table}")
    unknown = ConstantExpression(None)
    kept = [ColumnExpression(name) if name in had else unknown.alias(name) for name in target.columns]
    connection.table(f"version_before.main.{table}").select(*kept).insert_into(f"memory.remembered.{table}")
