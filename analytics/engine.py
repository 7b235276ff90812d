"""DuckDB, opened so that nothing but our own files can be reached; every connection of the app comes from here."""

import threading
from pathlib import Path

import duckdb

from analytics.errors import StoreError
from analytics.settings import Settings

# Many sessions open the same file; DuckDB must not be asked to do so twice in one process at the same moment.
_OPENING = threading.Lock()


def open_version(folder: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    """A locked-down connection on one published version: pages.duckdb read-only as `pages`, Parquet by name.

    folder : versions/<n>, holding pages.duckdb and one Parquet file per canonical table.

    Raises
    ------
    StoreError  the version cannot be opened.
    """
    try:
        with _OPENING:
            connection = duckdb.connect(":memory:")
            _shut(connection)
            _attach(connection, folder)
            _lock(connection, [folder], settings)
    except duckdb.Error as error:
        raise StoreError(
            f"Version {folder.name} cannot be opened.",
            "Go back to an earlier version on the Data page, or load the files again.",
        ) from error
    return connection


def open_memory(settings: Settings) -> duckdb.DuckDBPyConnection:
    """An empty locked-down connection that reaches no file at all."""
    return open_work(settings, [])


def open_work(settings: Settings, folders: list[Path], spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """An empty locked-down connection that reads and writes files in these folders, and none elsewhere.

    folders : with all that lies below them.
    spill   : folder for what does not fit into memory; nothing is spilled where None.
    """
    connection = duckdb.connect(":memory:")
    connection.execute("set enable_progress_bar = false")
    connection.execute("set temp_directory = $folder", {"folder": str(spill) if spill else ""})
    _shut(connection)
    _lock(connection, folders, settings)
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    connection.execute("attach $path as pages (read_only)", {"path": str(folder / "pages.duckdb")})
    connection.execute("create schema canonical")
    connection.execute("use memory.canonical")
    for file in sorted(folder.glob("*.parquet")):
        rows = connection.read_parquet(str(file), file_row_number=True)
        rows.project(_with_row_number(rows.columns)).create_view(file.stem)
    connection.execute("use memory.main")
    summaries = "select table_name from duckdb_tables() where database_name = 'pages'"
    for (name,) in connection.execute(summaries).fetchall():
        connection.table(f"pages.main.{name}").create_view(name)


def _with_row_number(columns: list[str]) -> str:
    """Column list in which row_number is always known: rows that follow one another are numbered by their place."""
    kept = [column for column in columns if column not in {"row_number", "row_offset", "file_row_number"}]
    return ", ".join([*kept, "coalesce(row_number, row_offset + file_row_number) as row_number"])


def _shut(connection: duckdb.DuckDBPyConnection) -> None:
    """Nothing is fetched, and no variable of this program is a table."""
    connection.execute("set autoinstall_known_extensions = false")
    connection.execute("set autoload_known_extensions = false")
    connection.execute("set python_enable_replacements = false")


def _lock(connection: duckdb.DuckDBPyConnection, folders: list[Path], settings: Settings) -> None:
    """Close every door that DuckDB has; the order matters, the last line seals it."""
    connection.execute("set memory_limit = $limit", {"limit": f"{settings.memory_mebibytes}MiB"})
    connection.execute("set threads = $threads", {"threads": settings.threads})
    connection.execute("set allowed_directories = $folders", {"folders": [str(folder) for folder in folders]})
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
