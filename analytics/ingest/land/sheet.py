"""Text becomes canonical rows: a table is read by one format per column, checked, and told in a receipt."""

from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from analytics.ingest.clean.format import Format
from analytics.ingest.land import check
from analytics.ingest.land.added_lines import may_add_up
from analytics.ingest.land.choose import Chosen, Orders, choose, refuse_open_dates
from analytics.ingest.land.dittos import with_dittos
from analytics.ingest.land.expression import Leaf
from analytics.ingest.land.formats import looks
from analytics.ingest.land.guests import without_guest_numbers
from analytics.ingest.land.nameless import with_names
from analytics.ingest.land.narrow import narrowed
from analytics.ingest.land.once import on_used_lines
from analytics.ingest.land.own_total import differing_total
from analytics.ingest.land.payment_days import refuse_unpaid
from analytics.ingest.land.plan import Plan, plan
from analytics.ingest.land.quick import careful_formats, quick_formats
from analytics.ingest.land.retry import better
from analytics.ingest.land.rows import arranged
from analytics.ingest.land.scan import Origin, scan
from analytics.ingest.land.set_plans import row_set_plans
from analytics.ingest.land.sets import land_beside, land_sets
from analytics.ingest.land.settle import settled
from analytics.ingest.land.snapshot import day_in_name, last_day
from analytics.ingest.land.source import Source
from analytics.ingest.land.tell import told
from analytics.ingest.land.write import copy, sort_out
from analytics.ingest.receipt import Receipt
from analytics.ingest.recognise import Recognised


@dataclass(frozen=True)
class Sheet:
    """One recognised table of a file, its rows in order and planned."""

    recognised: Recognised
    source: Source
    dialect: dict
    plan: Plan
    sets: tuple[Plan, ...]

    @property
    def is_made_of_sets(self) -> bool:
        """Each row of the file makes rows of the sheet's own table, one for each filled column of a kind."""
        return any(one.table == self.plan.table for one in self.sets)

    @property
    def plans(self) -> tuple[Plan, ...]:
        return self.sets if self.is_made_of_sets else (self.plan, *self.sets)


@dataclass(frozen=True)
class Target:
    """Where the files of one sheet go. stem : out/<n>; name : of the upload; origin : sha256 and sheet."""

    stem: Path
    name: str
    origin: Origin

    def of(self, table: str) -> Path:
        return self.stem.with_name(f"{self.stem.name}-{table}")


def prepare(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    recognised: Recognised,
    headers: tuple[str, ...],
    dialect: dict,
) -> Sheet:
    """The sheet with its rows as its tool means them; headers are filled up to the number of columns."""
    every = (*headers, *[""] * (source.column_count - len(headers)))
    recognised = with_dittos(connection, source, recognised, every)
    source, used, every = narrowed(connection, source, recognised, every)
    source, every = arranged(connection, source, used.rows, every)
    own = plan(used, every)
    own = replace(own, adds_up=may_add_up(connection, source, own))
    return Sheet(recognised, source, dialect, own, row_set_plans(used, every))


def land(connection: duckdb.DuckDBPyConnection, sheet: Sheet, orders: Orders, target: Target) -> Receipt:
    """Write the canonical rows of one sheet and its rejects; the receipt of it.

    orders : day or month first for each date column of the file (day_order.decide).

    Raises
    ------
    AmbiguousDates     a date column needs an answer first.
    UnrecognisedSheet  the only days are those of payments, and some sales have none.
    duckdb.Error       a row of an unchecked file does not fit; nothing that was written counts.
    """
    for one in sheet.plans:
        refuse_open_dates(orders, one)
    if sheet.is_made_of_sets:
        return land_sets(connection, sheet, orders, target)
    quick, _ = looks(connection, sheet.source)
    chosen = choose(quick, sheet.plan, orders, sheet.dialect)
    chosen, stage = _staged(connection, sheet, chosen, orders, target)
    sheet = with_names(connection, sheet, chosen, stage, target)
    sheet = without_guest_numbers(connection, sheet, chosen, stage, target)
    sheet, chosen = settled(connection, sheet, chosen, stage)
    sheet = on_used_lines(connection, sheet, chosen, stage, target)
    sums = check.totals(connection, sheet.plan, stage)
    written = sort_out(connection, sheet.plan, chosen.formats, stage, target.of(sheet.plan.table))
    refuse_unpaid(connection, sheet.plan)
    chosen = replace(chosen, warnings=(*chosen.warnings, *differing_total(connection, sheet.plan, stage)))
    sums = check.add_set_aside(connection, sheet.plan, written, stage, sums)
    stage.unlink(missing_ok=True)
    beside = [
        land_beside(connection, sheet, table, orders, target)
        for table in dict.fromkeys(one.table for one in sheet.sets)
    ]
    return told(connection, sheet, chosen, (written, *beside), sums, target)


def _staged(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, chosen: Chosen, orders: Orders, target: Target
) -> tuple[Chosen, Path]:
    """The scan's file; written again when cells outside the sample ask for care or for a better format."""
    stage = target.of("stage").with_suffix(".parquet")
    dated = _with_snapshot(connection, sheet, chosen.formats, target.name)
    quick = quick_formats(connection, sheet.source, sheet.plan, chosen.formats)
    copy(connection, scan(dated, quick, sheet.source, target.origin), stage)
    proved = careful_formats(connection, dated, quick, chosen.formats, stage)
    again = better(connection, sheet, chosen, orders, stage)
    if again is None and proved == quick:
        return chosen, stage
    chosen = again or chosen
    copy(connection, scan(dated, chosen.formats, sheet.source, target.origin), stage)
    return chosen, stage


def _with_snapshot(connection: duckdb.DuckDBPyConnection, sheet: Sheet, formats: dict[Leaf, Format], name: str) -> Plan:
    """The plan with the day of the export as a constant, for deals whose file has no such column."""
    if sheet.plan.table != "deals" or sheet.plan.planned_as("snapshot_date").is_given:
        return sheet.plan
    day = day_in_name(name) or last_day(connection, sheet.source, sheet.plan, formats)
    if day is None:
        return sheet.plan
    planned = tuple(
        replace(one, sql=f"date '{day.isoformat()}'") if one.column.name == "snapshot_date" else one
        for one in sheet.plan.planned
    )
    return replace(sheet.plan, planned=planned)
