"""A select of our own files as a table or a view: outside landing, the one statement that is put together from texts.

The engine binds no name of a table that is made, and its `relation.create`, which takes the name apart from the select,
plans each query three times: 0.4 s of a publish whatever its size (2026-11).
"""

import duckdb


def create_table(connection: duckdb.DuckDBPyConnection, place: tuple[str, ...], select: str) -> None:
    """The rows of the select, in the place of what stood under that name.

    place  : name, or schema and name, or database, schema and name; the name of one of our own files.
    select : text of one of our own files.
    """
    connection.execute(f"create or replace table {_quoted(place)} as {select}")


def create_view(connection: duckdb.DuckDBPyConnection, place: tuple[str, ...], select: str) -> None:
    """The select under that name; arguments as `create_table`."""
    connection.execute(f"create or replace view {_quoted(place)} as {select}")


def _quoted(place: tuple[str, ...]) -> str:
    return ".".join(f'"{name}"' for name in place)
