"""Cells of used rows that could not be read: how many of each column, one of them, and where the first ones stand."""

import duckdb

from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.sql import literal, rows_of
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned

PLACES = 5
# (code of the warning, whether the cells hold an error of a spreadsheet program, what is wrong with them)
KINDS = (
    ("unread_cells", "false", "could not be read"),
    ("sheet_errors", "true", "{hold} an error of the spreadsheet program"),
)


def unread_cells(connection: duckdb.DuckDBPyConnection, plan: Plan, written: Written) -> list[Warned]:
    """A warning for each column with cells that were not read, errors of a spreadsheet program apart."""
    aside = _rows_lost_to_errors(connection, written)
    rows = rows_of(written.parquet)
    (any_unread,) = connection.execute(f"select count(unread) from {rows}").fetchone()
    if not any_unread:
        return aside
    leaves = {leaf.index: leaf for leaf in plan.leaves}.values()
    told = [told for leaf in leaves for told in _column_told(connection, leaf, plan.names[leaf.index], rows)]
    return [*told, *aside]


def _rows_lost_to_errors(connection: duckdb.DuckDBPyConnection, written: Written) -> list[Warned]:
    """A warning for each column in which an error stands where a row needs a value: those rows were set aside."""
    if written.rejects is None:
        return []
    found = connection.execute(
        f'select "column", count(*), arg_min(value, row_number), list(row_number order by row_number)[:{PLACES}] '
        f"from {rows_of(written.rejects)} "
        f"where reason_code = 'unread_required' and is_sheet_error(trim(value)) group by 1 order by 1"
    ).fetchall()
    return [Warned("sheet_errors", _aside_sentence(header, seen)) for header, *seen in found]


def _aside_sentence(header: str, seen: list) -> str:
    """'2 rows were set aside because 'Amount' holds an error ..., such as '#N/A' (rows 3 and 7).'"""
    count, example, places = seen
    rows, such = ("1 row was", "") if count == 1 else (f"{count:,} rows were", "such as ")
    return (
        f"{rows} set aside because '{header}' holds an error of the spreadsheet program, "
        f"{such}'{example}'{_rows(places, count)}."
    )


def _column_told(connection: duckdb.DuckDBPyConnection, leaf: Leaf, name: str, rows: str) -> list[Warned]:
    cells = (
        f"(select json_extract_string(unread, {literal('$.' + _json_key(name))}) as cell, row_number "
        f"from {rows} where unread is not null)"
    )
    found = []
    for code, is_error, trouble in KINDS:
        count, example, places = connection.execute(
            f"select count(cell), arg_min(cell, row_number), list(row_number order by row_number)[:{PLACES}] "
            f"from {cells} where cell is not null and is_sheet_error(trim(cell)) = {is_error}"
        ).fetchone()
        if count:
            found.append(Warned(code, _sentence(leaf.header, trouble, (count, example, places))))
    return found


def _sentence(header: str, trouble: str, seen: tuple[int, str, list[int]]) -> str:
    """'2 cells of 'Amount' could not be read, such as 'ask Joe' (rows 3 and 7): unknown, and are kept as text.'"""
    count, example, places = seen
    cells, hold, are = ("1 cell", "holds", "is") if count == 1 else (f"{count:,} cells", "hold", "are")
    such = f"'{example[:80]}'" if count == 1 else f"such as '{example[:80]}'"
    where = _rows([place for place in places if place is not None], count)
    return f"{cells} of '{header}' {trouble.format(hold=hold)}, {such}{where}: unknown, and {are} kept as text."


def _rows(places: list[int], count: int) -> str:
    """' (row 3)', ' (rows 3 and 7)', ' (rows 3, 7, 9, 12, 15 and 40 more)'."""
    if not places:
        return ""
    numbers = [str(place) for place in places]
    if count > len(places):
        return f" (rows {', '.join(numbers)} and {count - len(places):,} more)"
    joined = " and ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)
    return f" (row{'s' if len(numbers) > 1 else ''} {joined})"


def _json_key(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
