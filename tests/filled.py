"""Small tables typed in a test, landed in memory and published the way a version is."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import pyarrow

from analytics.store import Store
from analytics.workspace.build import (
    bring_written,
    build_pages,
    create_summary,
    create_written,
    identify_rows,
    summary_files,
    summary_sql,
    written_files,
)
from analytics.workspace.choices import DEFAULTS
from analytics.workspace.entries import create_entries

CANONICAL = Path(__file__).parents[1] / "analytics" / "canonical"
ROWS_AT_ONCE = 100
# What nobody uploaded has no upload and no row of a sheet.
_ADDED: dict[str, tuple[str, ...]] = {"entries": ()}


class FilledStore:
    """Canonical tables in memory; fill them, then open() to ask questions of them."""

    def __init__(self) -> None:
        # One thread: on a handful of rows a second one only waits, which costs a quarter more.
        self.connection = duckdb.connect(":memory:", config={"threads": 1})
        self.connection.execute("create schema canonical")
        self.connection.execute(_empty_tables())

    def fill(self, table: str, text: str) -> "FilledStore":
        """Add the rows of an ASCII table: a header line, then values between `|`; an empty cell is null."""
        header, *lines = [line for line in text.strip().splitlines() if line.strip()]
        columns = [*_cells(header), *_ADDED.get(table, ("upload_id", "row_number"))]
        rows = []
        for number, line in enumerate(lines, start=2):
            values = [cell or None for cell in _cells(line)]
            assert len(values) == len(_cells(header)), f"{table} row {number}: {line}"
            rows.append([*values, *([] if table in _ADDED else ("test", number))])
        marks = f"({', '.join('?' for _ in columns)})"
        for start in range(0, len(rows), ROWS_AT_ONCE):
            some = rows[start : start + ROWS_AT_ONCE]
            self.connection.execute(
                f"insert into canonical.{table} ({', '.join(columns)}) values {', '.join([marks] * len(some))}",
                [value for row in some for value in row],
            )
        return self

    def open(self) -> Store:
        """The store as a page sees it, with people matched; a summary is built when a query first names it.

        Building all of them takes a second, a question reads a few; test_filled.py proves that they are the same.
        """
        self._choose()
        identify_rows(self.connection)
        return TypedStore(self.connection)

    def open_whole(self) -> Store:
        """The store with every summary built."""
        self._choose()
        build_pages(self.connection)
        bring_written(self.connection)
        return Store(self.connection)

    def close(self) -> None:
        self.connection.close()

    def _choose(self) -> None:
        present = {name for (name,) in self.connection.execute("select table_name from duckdb_tables()").fetchall()}
        for name, rows in _defaults().items():
            if name not in present:
                self.connection.from_arrow(rows).create(name)


@dataclass(frozen=True)
class TypedStore(Store):
    """A store that builds the summaries which a query names, and those which these name, before it asks."""

    def rows(self, sql: str, parameters: dict[str, object]):
        self._build(sql)
        return super().rows(sql, parameters)

    def _fetch(self, sql: str, parameters: dict[str, object] | None = None) -> list[tuple]:
        self._build(sql)
        return super()._fetch(sql, parameters)

    def _build(self, sql: str) -> None:
        # What was remembered of a version before may have the name of a summary; it is not the summary.
        found = "select table_name from duckdb_tables() where schema_name <> 'remembered'"
        present = {name for (name,) in self.connection.execute(found).fetchall()}
        wanted = _named(sql) - present
        for file in _summaries():
            if file.stem in wanted:
                create_summary(self.connection, file)
        for file in _written(sql):
            create_written(self.connection, file)


def _named(sql: str) -> set[str]:
    """Summaries that the text names, and all that they are built from."""
    texts = _texts()
    asked = _words(sql).union(*(_words(file.read_text(encoding="utf-8")) for file in _written(sql)))
    found: set[str] = set()
    waiting = asked & texts.keys()
    while waiting:
        found |= waiting
        waiting = {word for name in waiting for word in texts[name] & texts.keys()} - found
    return found


def _written(sql: str) -> list[Path]:
    """What was written down that the text names, and what this is made of, in the order in which it is made."""
    files = {file.stem: file for file in written_files()}
    found: set[str] = set()
    waiting = _words(sql) & files.keys()
    while waiting:
        found |= waiting
        waiting = set().union(*(_words(files[name].read_text(encoding="utf-8")) for name in waiting))
        waiting = waiting & files.keys() - found
    return [file for name, file in files.items() if name in found]


def _words(sql: str) -> set[str]:
    return set(re.findall(r"\w+", sql))


@cache
def _summaries() -> list[Path]:
    return summary_files()


@cache
def _texts() -> dict[str, set[str]]:
    return {file.stem: _words(summary_sql(file)) for file in _summaries()}


@cache
def _empty_tables() -> str:
    """The canonical tables and deal_snapshots without the comment on each column, which takes most of the time."""
    with duckdb.connect() as connection:
        connection.execute("create schema canonical")
        connection.execute("use memory.canonical")
        for file in sorted(CANONICAL.glob("*.sql")):
            connection.execute(file.read_text(encoding="utf-8"))
        create_entries(connection)
        connection.execute("create table deal_snapshots as select * from deals")
        return "\n".join(sql for (sql,) in connection.execute("select sql from duckdb_tables()").fetchall())


@cache
def _defaults() -> dict[str, pyarrow.Table]:
    """The business choices as they are shipped, read once for the whole run."""
    with duckdb.connect() as connection:
        return {
            file.stem: connection.read_csv(str(file), header=True).to_arrow_table()
            for file in sorted(DEFAULTS.glob("*.csv"))
        }


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
