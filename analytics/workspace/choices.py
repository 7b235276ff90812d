"""Business choices: what ships with Gleaner, what an owner made of it, and whether it can be used.

A choice is a small table (`defaults/<name>.csv`, described in `canonical/choices/<name>.sql`). An owner's version of it
takes its place as a whole, in the next version that is published.
"""

import csv
from functools import cache
from pathlib import Path

import duckdb

from analytics.engine import open_memory
from analytics.errors import ChoiceError
from analytics.settings import from_environment
from analytics.sql_header import read_header

ANALYTICS = Path(__file__).parents[1]
DEFAULTS = ANALYTICS / "defaults"
DESCRIBED = ANALYTICS / "canonical" / "choices"
Rows = list[dict[str, str | None]]
READ_AS = {
    "INTEGER": "select try_cast($value as integer), try_cast($value as double)",
    "DECIMAL(18,4)": "select try_cast($value as decimal(18, 4)), try_cast($value as double)",
    "BOOLEAN": "select try_cast($value as boolean), try_cast($value as double)",
    "VARCHAR": "select $value, try_cast($value as double)",
}


def tables() -> tuple[str, ...]:
    """Names of the tables that an owner may edit."""
    return tuple(sorted(file.stem for file in DEFAULTS.glob("*.csv")))


@cache
def _shipped(table: str) -> tuple[tuple[tuple[str, str | None], ...], ...]:
    with (DEFAULTS / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(tuple((name, value or None) for name, value in row.items()) for row in csv.DictReader(stream))


def shipped(table: str) -> Rows:
    """The rows as Gleaner ships them, as text."""
    assert table in tables(), table
    return [dict(row) for row in _shipped(table)]


def complete(table: str, rows: Rows) -> Rows:
    """The rows, and those shipped ones that a table cannot do without (its header's `complete: <column>`)."""
    key = read_header((DESCRIBED / f"{table}.sql").read_text(encoding="utf-8")).get("complete")
    if key is None:
        return rows
    present = {row[key] for row in rows}
    return [*rows, *(row for row in shipped(table) if row[key] not in present)]


@cache
def kinds(table: str) -> dict[str, str]:
    """Column to its type, in the order of the description: VARCHAR, INTEGER, DECIMAL(18,4) or BOOLEAN."""
    with open_memory(from_environment()) as connection:
        return {name: kind for name, (kind, _) in _columns(connection, table).items()}


@cache
def meanings(table: str) -> dict[str, str]:
    """What each column is, in words; '' for the table itself under the empty name."""
    with open_memory(from_environment()) as connection:
        _columns(connection, table)
        told = "select column_name, comment from duckdb_columns() where table_name = $table"
        whole = "select '', comment from duckdb_tables() where table_name = $table"
        return {
            name: comment or ""
            for sql in (whole, told)
            for name, comment in connection.execute(sql, {"table": table}).fetchall()
        }


def checked(table: str, rows: Rows) -> Rows:
    """The rows as they will be kept: every column, text trimmed, an empty cell as None.

    Raises
    ------
    ChoiceError  names the row, the column and the value that cannot be used.
    """
    if not rows:
        raise ChoiceError("The table would be empty.", "Keep at least one row, or go back to the table as shipped.")
    with open_memory(from_environment()) as connection:
        columns = _columns(connection, table)
        kept = [{name: _text(row.get(name)) for name in columns} for row in rows]
        for number, row in enumerate(kept, start=1):
            for name, (kind, may_be_empty) in columns.items():
                _check(connection, (number, name, row[name]), kind, may_be_empty)
    return kept


def create_choices(connection: duckdb.DuckDBPyConnection, chosen: dict[str, Rows]) -> None:
    """Make each table of choices that is not there yet: as the owner chose, else as shipped."""
    present = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
    for table in tables():
        if table in present:
            continue
        own = chosen.get(table)
        rows = connection.read_csv(str(DEFAULTS / f"{table}.csv"))
        # The types are those of the shipped file also where the rows are the owner's.
        (rows.limit(0) if own else rows).create(table)
        made = connection.table(table)
        for row in complete(table, own) if own else ():
            made.insert([row.get(name) for name in made.columns])


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, tuple[str, bool]]:
    """Column to its type and whether it may be empty, as its description says."""
    connection.execute((DESCRIBED / f"{table}.sql").read_text(encoding="utf-8"))
    found = connection.execute(
        "select column_name, data_type, is_nullable from duckdb_columns() where table_name = $table", {"table": table}
    )
    return {name: (kind, may_be_empty) for name, kind, may_be_empty in found.fetchall()}


def _text(value: object) -> str | None:
    return (str(value).strip() or None) if value is not None else None


def _check(connection: duckdb.DuckDBPyConnection, cell: tuple, kind: str, may_be_empty: bool) -> None:
    number, name, value = cell
    where = f"Row {number}, {name.replace('_', ' ')}"
    if value is None:
        if not may_be_empty:
            raise ChoiceError(f"{where}: it is empty.", "Type a value, or take the row out.")
        return
    typed, as_number = connection.execute(READ_AS[kind], {"value": value}).fetchone()
    # A cast to a whole number rounds: 2.5 points would become 2 without a word.
    if typed is None or (as_number is not None and kind == "INTEGER" and float(typed) != as_number):
        raise ChoiceError(f"{where}: '{value}' is not {_words(kind)}.", f"Type {_words(kind)}.")


def _words(kind: str) -> str:
    known = {"INTEGER": "a whole number", "BOOLEAN": "true or false", "VARCHAR": "text"}
    return known.get(kind, "a number")
