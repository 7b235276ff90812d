"""Cheaper formats for large files, each proved on the finished scan; what does not hold is read again with care.

The careful formats look at every cell for placeholders, an apostrophe before an id, a year out of range. Where the
sample shows none, the scan leaves that out and the file it wrote is asked instead: its column statistics and bloom
filters answer in milliseconds.
"""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.clean.format import EMAIL, ID, NAME, TEXT, Format
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote, rows_of

QUICK = {
    TEXT.expression: "trim({x})",
    NAME.expression: "trim({x})",
    EMAIL.expression: "lower(trim({x}))",
    ID.expression: "trim({x})",
    "iso_day({x})": "iso_day_quick({x})",
    "iso_time({x})": "iso_time_quick({x})",
}
BLANK = (
    "'', '-', '--', '---', '—', '–', '?', 'n/a', 'N/A', 'n.a.', '-None-', '--None--', 'Select', "
    "'-Select-', 'null', "
    "'NULL', '(null)', '(blank)', '(leer)', '(none)', 'NaN', 'nan', '-none-', "
    "'--none--', 'select', '-select-'"
)
# What a careful format would not have kept, each asked so that column statistics can answer.
SPOILED = (
    f"{{name}} in ({BLANK})",
    "{name} >= '#' and {name} < '$' and is_sheet_error(upper({name}))",
    "{name} >= 'Err:5' and {name} < 'Err:6'",
    "{name} >= 'err:5' and {name} < 'err:6'",
)
SANE = "timestamp '1900-01-01' and timestamp '2100-12-31 23:59:59'"


def quick_formats(
    connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan, formats: dict[Leaf, Format]
) -> dict[Leaf, Format]:
    """The formats with the quick ones where the sample allows them; unchanged for a small table."""
    if source.is_whole:
        return formats
    return {
        leaf: _quick(connection, source, leaf, one) if _can_prove(plan, leaf) else one for leaf, one in formats.items()
    }


def careful_formats(
    connection: duckdb.DuckDBPyConnection,
    plan: Plan,
    quick: dict[Leaf, Format],
    careful: dict[Leaf, Format],
    stage: Path,
) -> dict[Leaf, Format]:
    """The quick formats, with the careful one in place of each that does not hold on every row of the scan."""
    rows = rows_of(stage)
    fixed = dict(quick)
    for one in plan.planned:
        leaf = one.leaves[0] if one.leaves else None
        if leaf is not None and quick[leaf] != careful[leaf] and not _holds(connection, one, careful[leaf], rows):
            fixed[leaf] = careful[leaf]
    return fixed


def _can_prove(plan: Plan, leaf: Leaf) -> bool:
    """The scan's file shows the cell itself: some column is that cell and nothing else."""
    shown = any(one.leaves == (leaf,) and one.sql == leaf.value for one in plan.planned)
    return shown and sum(leaf in one.leaves for one in plan.planned) == 1


def _quick(connection: duckdb.DuckDBPyConnection, source: Source, leaf: Leaf, chosen: Format) -> Format:
    expression = QUICK.get(chosen.expression)
    if expression is None:
        return chosen
    careful, quick = (text.replace("{x}", leaf.cell) for text in (chosen.expression, expression))
    (differ,) = connection.execute(
        f"select count(*) from {quote(source.sample)} where {careful} is distinct from {quick}"
    ).fetchone()
    return chosen if differ else replace(chosen, expression=expression)


def _holds(connection: duckdb.DuckDBPyConnection, one: Planned, careful: Format, rows: str) -> bool:
    name = quote(one.column.name)
    if one.column.type in ("date", "timestamp"):
        sql = f"select coalesce(min({name}) between {SANE} and max({name}) between {SANE}, true) from {rows}"
        return connection.execute(sql).fetchone()[0]
    asked = [condition.replace("{name}", name) for condition in SPOILED]
    asked += [f"{name} >= '''' and {name} < '('"] if careful == ID else []
    return not any(
        connection.execute(f"select count(*) from {rows} where {condition}").fetchone()[0] for condition in asked
    )
