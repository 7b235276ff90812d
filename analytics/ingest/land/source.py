"""A connection for one job, and one table of text on it: all rows as a view, the first ones as a sample."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.engine import open_work
from analytics.ingest.land.sql import quote
from analytics.ingest.read.table import CsvScan, Table
from analytics.settings import Settings

SAMPLE_ROWS = 5_000
MACROS = Path(__file__).parents[1] / "clean"


@dataclass(frozen=True)
class Source:
    """One table of text as DuckDB sees it: columns c1 ... cn.

    first_row_number : row number of the first row where rows follow one another; None where each row has its own.
    is_whole         : the sample holds every row.
    """

    rows: str
    sample: str
    column_count: int
    first_row_number: int | None
    is_whole: bool


def connect(
    scratch: Path, folders: list[Path], memory_mebibytes: int = 1024, threads: int = 2
) -> duckdb.DuckDBPyConnection:
    """A connection with the macros of every format, which takes 0.1 s: keep it.

    scratch : folder for copies and for what does not fit into memory.
    folders : where else the files lie that are read and written; it reaches no others.
    """
    settings = Settings(memory_mebibytes=memory_mebibytes, threads=threads)
    connection = open_work(settings, [scratch, *folders], scratch / "spill")
    for file in sorted(MACROS.glob("*.sql"), key=lambda path: ORDER.index(path.stem)):
        connection.execute(file.read_text(encoding="utf-8"))
    return connection


@contextmanager
def for_one_job(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor with the macros of the connection; whatever the job makes on it is gone afterwards."""
    with connection.cursor() as cursor:
        try:
            yield cursor
        finally:
            views = "select view_name from duckdb_views() where not internal and not temporary"
            for (view,) in cursor.execute(views).fetchall():
                cursor.execute(f"drop view if exists {quote(view)}")


# Macros are bound when they are made: those that others use come first.
ORDER = ["words", "numbers", "dates", "date_words"]


def open_source(connection: duckdb.DuckDBPyConnection, table: Table, place: int, relation: Callable) -> Source:
    """The rows of one table under names of their own; relation : makes one of connection and table."""
    rows, sample = f"rows_{place}", f"sample_{place}"
    relation(connection, table).create_view(rows)
    connection.execute(f"create temp table {quote(sample)} as select * from {quote(rows)} limit {SAMPLE_ROWS}")
    count = connection.execute(f"select count(*) from {quote(sample)}").fetchone()[0]
    follows = isinstance(table.source, CsvScan) and table.source.is_unbroken
    first = table.source.first_row_number if follows else None
    return Source(rows, sample, len(_columns(connection, rows)), first, count < SAMPLE_ROWS)


def _columns(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    return [column for column in connection.table(name).columns if column != "row_number"]


def sample_rows(connection: duckdb.DuckDBPyConnection, source: Source, limit: int = 200) -> list[tuple]:
    """The first rows as tuples of text, for recognising."""
    cells = ", ".join(f"c{place}" for place in range(1, source.column_count + 1))
    return connection.execute(f"select {cells} from {quote(source.sample)} limit {limit}").fetchall()
