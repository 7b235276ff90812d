"""Rows of an export put in order before any cell is read: cells told once for several lines, headings above groups.

What belongs together is told by the sheet type (see row_rules.Rows); each row of the result has its row number.
"""

import duckdb

from analytics.ingest.land.dittos import without_dittos
from analytics.ingest.land.source import SAMPLE_ROWS, Source
from analytics.ingest.land.sql import any_of, literal, quote
from analytics.ingest.land.words_of_rows import GROUP_TOTAL

GROUP = "(heading)"
IN_ORDER = "order by row_number rows between unbounded preceding and current row"


def numbered(connection: duckdb.DuckDBPyConnection, source: Source) -> Source:
    """The same rows, each with its row number."""
    if source.first_row_number is None:
        return source
    name = f"{source.rows}_numbered"
    offset = int(source.first_row_number) - 1
    connection.execute(
        f"create temp view {quote(name)} as select row_number() over () + {offset} as row_number, * from "
        f"{quote(source.rows)}"
    )
    return Source(name, source.sample, source.column_count, None, source.is_whole)


def arranged(
    connection: duckdb.DuckDBPyConnection, source: Source, rows, headers: tuple[str, ...]
) -> tuple[Source, tuple[str, ...]]:
    """The source as its tool means it, and its headers (one more when headings above groups give a column)."""
    if not (rows.fill_within or rows.once_per or rows.filled_below or rows.dittos) and rows.group_index is None:
        return source, headers
    told = numbered(connection, source)
    select = f"select * from {quote(told.rows)}"
    if rows.fill_within is not None:
        select = _filled(select, headers, rows.fill_within)
    if rows.dittos:
        select = without_dittos(select, headers, rows)
    if rows.filled_below is not None:
        select = _filled_below(select, headers, rows.filled_below)
    if rows.group_index is not None:
        select = _grouped(select, len(headers), rows.group_index)
        headers = (*headers, GROUP)
    first = is_first(headers, rows)
    name = f"{source.rows}_arranged"
    connection.execute(
        f"create temp table {quote(name)} as select *, {first} as is_first from ({select}) order by row_number"
    )
    sample = f"{name}_sample"
    connection.execute(f"create temp table {quote(sample)} as select * from {quote(name)} limit {SAMPLE_ROWS}")
    return Source(name, sample, len(headers), None, source.is_whole), headers


def is_first(headers: tuple[str, ...], rows, after: str = "") -> str:
    """SQL: the row is the one of its key that counts, the first. after : SQL of what puts rows behind, with a comma."""
    if rows.once_per is None:
        return "true"
    keys = [f"c{headers.index(header) + 1}" for header in rows.once_per[0]]
    first = f"row_number() over (partition by {', '.join(keys)} order by {after}row_number) = 1"
    return f"({keys[0]} is null or {first})"


def _filled(select: str, headers: tuple[str, ...], fill_within: tuple[str, tuple[str, ...]]) -> str:
    """Empty cells of rows that follow one another with the same key take the last filled one."""
    key = f"c{headers.index(fill_within[0]) + 1}"
    shared = {f"c{headers.index(header) + 1}" for header in fill_within[1]}
    changes = f"({key} is distinct from lag({key}) over (order by row_number))::integer"
    blocks = f"select *, sum(change) over ({IN_ORDER}) as block from (select *, {changes} as change from ({select}))"
    cells = [f"c{place + 1}" for place in range(len(headers))]
    told = [
        f"last_value({cell} ignore nulls) over (partition by block {IN_ORDER}) as {cell}" if cell in shared else cell
        for cell in cells
    ]
    return f"select row_number, {', '.join(told)} from ({blocks})"


def _filled_below(select: str, headers: tuple[str, ...], header: str) -> str:
    """The name of a group on each of its rows; the total that names it again ends it."""
    index = headers.index(header)
    own = f"c{index + 1}"
    others = any_of([f"c{place + 1} is not null" for place in range(len(headers)) if place != index])
    mark = f"case when regexp_matches({own}, {literal(GROUP_TOTAL)}) then '' else {own} end"
    last = f"nullif(last_value(mark ignore nulls) over ({IN_ORDER}), '')"
    told = f"case when {own} is null and {others} then {last} else {own} end as {own}"
    cells = ", ".join(told if place == index else f"c{place + 1}" for place in range(len(headers)))
    return f"select row_number, {cells} from (select *, {mark} as mark from ({select}))"


def _grouped(select: str, width: int, index: int) -> str:
    """One more cell: the heading that stood alone on the last such row; "Total ..." ends it."""
    own = f"c{index + 1}"
    others = any_of([f"c{place + 1} is not null" for place in range(width) if place != index])
    heading = f"({own} is not null and not {others} and not starts_with(lower({own}), 'total'))"
    ending = f"starts_with(lower(coalesce({own}, '')), 'total')"
    mark = f"case when {heading} then {own} when {ending} then {literal('')} end"
    last = f"nullif(last_value(mark ignore nulls) over ({IN_ORDER}), '')"
    cells = ", ".join(f"c{place + 1}" for place in range(width))
    above = f"case when mark is null then {last} end as c{width + 1}"
    return f"select row_number, {cells}, {above} from (select *, {mark} as mark from ({select}))"
