"""Ditto marks: cells that stand for the one above."""

from dataclasses import replace

import duckdb

from analytics.ingest.land.plan import Planned
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import any_of, literal, quote
from analytics.ingest.land.words_of_rows import BETWEEN, DITTO, MARK, TOTAL_ROW
from analytics.ingest.land.write import Written
from analytics.ingest.receipt import Warned
from analytics.ingest.recognise import Recognised

# What somebody said: a mark or "ditto" is theirs.
SAID = frozenset(
    ["comment", "note", "need", "resources", "willingness", "agreed_step", "next_step", "lost_reason", "outcome"]
)
NAMES = frozenset(["name", "customer_name"])
IDS = frozenset(["customer_id", "lead_id"])
# Longer cells need no closer look.
LONGEST_MARK = 16


def with_dittos(
    connection: duckdb.DuckDBPyConnection, source: Source, recognised: Recognised, headers: tuple[str, ...]
) -> Recognised:
    """The rules of the rows with the columns whose marks stand for the cell above; all rows of the sample are asked."""
    columns = {
        header: column
        for header, column in recognised.columns.items()
        if headers.count(header) == 1 and column not in SAID
    }
    if not columns:
        return recognised
    marked = ", ".join(f"coalesce(bool_or({_is(f'c{headers.index(header) + 1}', MARK)}), false)" for header in columns)
    (found,) = connection.execute(f"select {marked} from {quote(source.sample)}").fetchall()
    dittos = tuple(header for header, is_marked in zip(columns, found, strict=True) if is_marked)
    has_ids = not IDS.isdisjoint(columns.values())
    words = tuple(header for header in dittos if not (has_ids and columns[header] in NAMES))
    return replace(recognised, rows=replace(recognised.rows, dittos=dittos, ditto_words=words))


def without_dittos(select: str, headers: tuple[str, ...], rows) -> str:
    """SQL: the cell above in place of a ditto mark, empty where that is; totals and blank rows are passed over."""
    cells = [f"c{place + 1}" for place in range(len(headers))]
    asked = {cell: _asked(cell, header, rows) for cell, header in zip(cells, headers, strict=True)}
    every = ", ".join(cells)
    lacks = any_of([f"{cell} is null" for cell in cells])
    passed = f"({lacks} and (concat_ws('', {every}) = '' or {_has_total(every)}))"
    above = ", ".join(
        f"last_value(case when not is_passed and not {ask} then struct_pack(cell := {cell}) end ignore nulls) over "
        f"(order by row_number rows between unbounded preceding and current row) as above_{cell}"
        for cell, ask in asked.items()
        if ask
    )
    told = ", ".join(
        f"case when {ask} then above_{cell}.cell else {cell} end as {cell}" if ask else cell
        for cell, ask in asked.items()
    )
    return f"select row_number, {told} from (select *, {above} from (select *, {passed} as is_passed from ({select})))"


def _asked(cell: str, header: str, rows) -> str | None:
    if header not in rows.dittos:
        return None
    return f"coalesce({_is(cell, DITTO if header in rows.ditto_words else MARK)}, false)"


def _is(cell: str, pattern: str) -> str:
    return f"regexp_full_match({cell}, {literal(pattern)})"


def _has_total(every: str) -> str:
    return f"regexp_matches(concat_ws({literal(BETWEEN)}, {every}), {literal(TOTAL_ROW)})"


def dittos_read(connection: duckdb.DuckDBPyConnection, sheet, own: Written) -> list[Warned]:
    """Columns in which a ditto mark took the value above it, and names that may be such marks and were not read so."""
    read = [
        Warned("ditto", f"'{header}' holds ditto marks; each was read as the cell above it.")
        for header in sheet.recognised.rows.dittos
    ]
    if not own.rows_used:
        return read
    texts = (one for one in sheet.plan.planned if one.is_given and one.column.type == "varchar")
    left = (_left(connection, one, own) for one in texts if one.column.name not in SAID | IDS)
    return read + [told for each in left for told in each]


def _left(connection: duckdb.DuckDBPyConnection, one: Planned, own: Written) -> list[Warned]:
    """Marks that first come below the rows that were looked at, and names that may be such a word."""
    name, is_name = quote(one.column.name), one.column.name in NAMES
    is_left = f"strlen({name}) <= {LONGEST_MARK} and {_is(name, DITTO if is_name else MARK)}"
    ((count, example),) = connection.execute(
        f"select count(*), min({name}) from read_parquet($file) where {is_left}", {"file": str(own.parquet)}
    ).fetchall()
    rows = "1 row says" if count == 1 else f"{count:,} rows say"
    counted = "counted as somebody of that name" if is_name else "was kept as written"
    told = (
        f"{rows} {example} or the like under '{one.header}' and {counted}. Where it stands for the cell above, write "
        f"{'the name' if is_name else 'that'} out and upload the file again."
    )
    return [Warned("maybe_ditto", told)] if count else []
