"""Which format each cell of a plan is read by: by the sample, and by all rows where the sample cannot tell."""

import re
from dataclasses import dataclass, replace

import duckdb

from analytics.ingest.clean.dates import DATES as DATE_FORMATS
from analytics.ingest.clean.day_order import Open
from analytics.ingest.clean.decimal_mark import NumberEvidence
from analytics.ingest.clean.format import ANSWER, ID, NAME, TEXT, TEXTS, TICK, WHOLE_ID, Format
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote

# Formats are first tried on this many different values, so that the slow ones run only where they are needed.
FIRST_LOOK = 200
SHARE_WORTH_COUNTING = 0.2


@dataclass(frozen=True)
class Look:
    """Where the values of one column are looked at: the sample, or every row."""

    connection: duckdb.DuckDBPyConnection
    rows: str

    def values(self, leaf: Leaf) -> str:
        """Subquery of the column's different values x and how often each occurs."""
        return (
            f"(select trim({leaf.cell}) as x, count(*) as n from {quote(self.rows)} "
            f"where not is_placeholder({leaf.cell}) group by 1)"
        )

    def row(self, sql: str) -> tuple:
        return self.connection.execute(sql).fetchone()


def number_evidence(look: Look, leaf: Leaf) -> NumberEvidence:
    """Counts of what the cells of a number column can be read as."""
    sql = f"""
        with read as (
            select x, n,
                try_cast(number_plain(x) as decimal(38,6)) as plain,
                try_cast(number_point(x) as decimal(38,6)) as point,
                try_cast(number_comma(x) as decimal(38,6)) as comma
            from {look.values(leaf)}
        )
        select
            sum(n), sum(n) filter (plain is not null),
            sum(n) filter (point is not null), sum(n) filter (comma is not null),
            sum(n) filter (point is not null and comma is null), sum(n) filter (comma is not null and point is null),
            sum(n) filter (point <> comma and contains(x, '.')), sum(n) filter (point <> comma and contains(x, ',')),
            sum(n) filter (point = comma and regexp_matches(x, '[0-9]{{4}}')),
            sum(n) filter (plain is not null and point is null),
            min(x) filter (point <> comma)
        from read
    """
    *counts, example = look.row(sql)
    return NumberEvidence(*(int(count or 0) for count in counts), example)


def choose_date(look: Look, leaf: Leaf, orders: dict[tuple[str, str], str | Open]) -> Format:
    """The format that reads the most values; the narrower and faster where several read as many."""
    first = [
        value
        for (value,) in look.connection.execute(
            f"select x from {look.values(leaf)} order by hash(x) limit {FIRST_LOOK}"
        ).fetchall()
    ]
    allowed = [one for one in DATE_FORMATS if _is_allowed(one, leaf, orders)]
    worth = [one for one in allowed if _share(one, first) >= SHARE_WORTH_COUNTING] or allowed[:1]
    return _first_that_reads_most(look, leaf, worth)


def _first_that_reads_most(look: Look, leaf: Leaf, formats: list[Format]) -> Format:
    """One format after the other, until one reads every value; the slow ones stand last."""
    best, most = formats[0], -1
    for one in formats if len(formats) > 1 else ():
        read, filled = look.row(
            f"select coalesce(sum(n) filter ({one.expression.replace('{x}', 'x')} is not null), 0), "
            f"coalesce(sum(n), 0) from {look.values(leaf)}"
        )
        best, most = (one, read) if read > most else (best, most)
        if read == filled:
            break
    return best


def _share(one: Format, values: list[str]) -> float:
    """Share of the values that look as if the format could read them."""
    looks = re.compile(one.looks)
    return sum(bool(looks.match(value)) for value in values) / max(len(values), 1)


def _is_allowed(one: Format, leaf: Leaf, orders: dict) -> bool:
    return one.order is None or orders.get((leaf.header, one.shape)) == one.order


def text_format(look: Look, leaf: Leaf) -> Format:
    """Text as written; with the slow trim, and marks of web pages as what they stand for, only where they were seen."""
    plain = TEXTS.get(leaf.kind, TEXT)
    if plain is ID and _is_every(look, leaf, "has_point_zero(x)"):
        plain = WHOLE_ID
    if plain is ANSWER and _is_every(look, leaf, "list_contains(['1', '0', '1.0', '0.0'], x)"):
        plain = TICK
    odd, marked = (f"coalesce(bool_or({test}({leaf.cell})), false)" for test in ("has_odd_blank", "has_entity"))
    has_odd, has_entity = look.row(f"select {odd}, {marked} from {quote(look.rows)}")
    cell = "without_entities({x})" if has_entity else "{x}"
    cell = f"odd_trim({cell})" if has_odd else cell
    if plain is NAME and look.row(f"select coalesce(bool_or(has_link({leaf.cell})), false) from {quote(look.rows)}")[0]:
        plain, cell = replace(NAME, label="name without the link behind it"), f"without_links({cell})"
    return replace(plain, expression=plain.expression.replace("{x}", cell))


def _is_every(look: Look, leaf: Leaf, test: str) -> bool:
    """Whether every value x of the column passes; False where it has none."""
    (is_so,) = look.row(f"select coalesce(bool_and({test}), false) from {look.values(leaf)}")
    return is_so


def looks(connection: duckdb.DuckDBPyConnection, source: Source) -> tuple[Look, Look]:
    """A quick look and a whole one."""
    return Look(connection, source.sample), Look(connection, source.sample if source.is_whole else source.rows)
