"""What only the whole file can tell: which rules for leaving rows out hold, what a mark of a refund means."""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.land.added_lines import find_added_lines
from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.refunds import settle_refunds
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import literal, quote, rows_of, says_one_of

# How amounts below zero are written.
BELOW = r"^\s*[^\d\s]{0,3}\s*[-(−]|-\s*[^\d\s]{0,3}\s*$"


def settled(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, stage: Path) -> tuple:
    """The sheet with the rules that hold for its file, and the formats with what is to be told.

    stage : file of the scan, of which every row that a rule may leave out is in doubt. Refunds may change it.
    """
    warnings = settle_refunds(connection, sheet.plan, stage)
    find_added_lines(connection, sheet.plan, stage)
    plan = replace(sheet.plan, set_aside=_that_hold(connection, sheet.plan, sheet.source, stage))
    return replace(sheet, plan=plan), replace(chosen, warnings=(*chosen.warnings, *warnings))


def _that_hold(connection: duckdb.DuckDBPyConnection, plan: Plan, source: Source, stage: Path) -> tuple:
    if not any(rule.is_conditional for rule in plan.set_aside) or not _any_doubt(connection, stage):
        return tuple(plan.set_aside)
    any_below = _any_below_zero(connection, stage)
    return tuple(
        rule
        for rule in plan.set_aside
        if not (rule.unless_given_back and any_below)
        and _stands_beside(connection, plan, source, rule)
        and not (rule.pays_off and not (any_below and _pays_off(connection, plan, source, rule)))
    )


def _any_doubt(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    return connection.execute(f"select count(unread) from {rows_of(stage)}").fetchone()[0] > 0


def _any_below_zero(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    """Asked of the file's own statistics: it costs nothing."""
    lowest = connection.execute(f"select min(revenue_amount) from {rows_of(stage)}").fetchone()[0]
    return lowest is not None and lowest < 0


def _stands_beside(connection: duckdb.DuckDBPyConnection, plan: Plan, source: Source, rule) -> bool:
    """Some row says what has to stand beside it; all rows are asked where the sample is silent."""
    if not rule.beside:
        return True
    said = says_one_of(f"trim(c{plan.headers.index(rule.beside_header) + 1})", rule.beside)
    places = (source.sample,) if source.is_whole else (source.sample, source.rows)
    asked = (f"select 1 from {quote(rows)} where {said} limit 1" for rows in places)
    return any(connection.execute(sql).fetchone() is not None for sql in asked)


def _pays_off(connection: duckdb.DuckDBPyConnection, plan: Plan, source: Source, rule) -> bool:
    """Of the rows that say so at least three in four stand below zero, and some other row above."""
    said = says_one_of(f"trim(c{plan.headers.index(rule.header) + 1})", rule.values)
    leaves = plan.planned_as("revenue_amount").leaves
    text = f"concat_ws(' ', {', '.join(leaf.cell for leaf in leaves)})"
    signed = f"regexp_matches({text}, {literal(BELOW)})"
    below, above, charged = connection.execute(
        f"select count(*) filter ({said} and {signed}), count(*) filter ({said} and not {signed}), "
        f"count(*) filter (not coalesce({said}, false) and not {signed}) "
        f"from {quote(source.rows)} where regexp_matches({text}, '[1-9]')"
    ).fetchone()
    return charged > 0 and below >= 3 * above and below > 0
