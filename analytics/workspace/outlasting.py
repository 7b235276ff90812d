"""Tables that outlast a version: what was said before (a prediction, the size of a segment) is there to be graded.

`canonical/remembered/<name>.sql` defines such a table. While a version is built, the rows that the version before had
under that name are there as `<name>_before`; a summary of the same name says what the new version keeps of them.
"""

from pathlib import Path

import duckdb

REMEMBERED = Path(__file__).parents[1] / "canonical" / "remembered"


def bring_what_was_said(connection: duckdb.DuckDBPyConnection, pages_before: Path | None) -> None:
    """Make each `<name>_before`, filled from pages.duckdb of the version before where there is one.

    A column that the version before did not have yet is null; one that is no longer known is dropped.
    """
    connection.execute("create schema if not exists memory.remembered")
    known = _columns_before(connection, pages_before)
    for file in sorted(REMEMBERED.glob("*.sql")):
        _make(connection, file)
        if file.stem in known:
            _bring(connection, file.stem, known[file.stem])
        connection.execute(f'create view memory.main."{file.stem}_before" as from memory.remembered."{file.stem}"')
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


def _make(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    at = connection.execute("select current_setting('search_path')").fetchone()[0]
    connection.execute("use memory.remembered")
    connection.execute(file.read_text(encoding="utf-8"))
    connection.execute("set search_path = $path", {"path": at})


def _bring(connection: duckdb.DuckDBPyConnection, table: str, had: set[str]) -> None:
    columns = connection.table(f"memory.remembered.{table}").columns
    both = ", ".join(f'"{column}"' for column in columns if column in had)
    connection.execute(
        f'insert into memory.remembered."{table}" ({both}) select {both} from version_before.main."{table}"'
    )
