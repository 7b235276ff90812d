"""Days whose cell names another weekday than the day has: "Mon 15/01/2026", a Thursday."""

import duckdb

from analytics.ingest.clean.format import Format
from analytics.ingest.clean.weekdays import weekday_number
from analytics.ingest.land.expression import DATES, Leaf
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote
from analytics.ingest.receipt import Warned

# What is left without the name is the same day: the Mar of "Mar 3, 2026" is no Tuesday.
WRONG = """
select count(*), min_by(x, place), min_by(day, place) from (
    select x, place, {day} as day, {bare} as bare, {named} as named
    from (select trim({cell}) as x, row_number() over () as place from {rows} where {cell} is not null)
)
where day = bare and named <> isodow(day)
"""
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wrong_weekdays(connection: duckdb.DuckDBPyConnection, source: Source, formats: dict[Leaf, Format]) -> list[Warned]:
    """A warning for each date column that shows it. Every row is asked only where the sample names weekdays."""
    leaves = {leaf.index: leaf for leaf in formats if leaf.kind in DATES}.values()
    return [told for leaf in leaves if (told := _told(connection, source, leaf, formats[leaf]))]


def _told(connection: duckdb.DuckDBPyConnection, source: Source, leaf: Leaf, read: Format) -> Warned | None:
    named = weekday_number("x")
    names_any = f"select count(*) from (select trim({leaf.cell}) as x from {quote(source.sample)}) where {named} > 0"
    if not connection.execute(names_any).fetchone()[0]:
        return None
    day, bare = (read.expression.replace("{x}", text) for text in ("x", "without_weekday(x)"))
    sql = WRONG.format(day=day, bare=bare, named=named, cell=leaf.cell, rows=quote(source.rows))
    count, example, date = connection.execute(sql).fetchone()
    if not count:
        return None
    cells, name = ("1 cell", "names") if count == 1 else (f"{count:,} cells", "name")
    told = f"{cells} of '{leaf.header}' {name} another weekday than the date beside it, such as '{example}'"
    return Warned(
        "wrong_weekday", f"{told}, a {NAMES[date.isoweekday() - 1]}. The date counts: look whether it is right."
    )
