"""People without a name are known by what else the file says of them: company, e-mail, phone, number.

See docs/decisions/062-leads-without-a-name.md.
"""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.plan import Plan, Planned
from analytics.ingest.land.replanned import replanned
from analytics.ingest.land.sql import rows_of

# A customer of whom only a number is known stays out: in that list a number alone is as often a total or a note.
INSTEAD = {"leads": ("company", "email", "phone", "lead_id"), "customers": ("company", "email", "phone")}


def with_names(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, stage: Path, target):
    """The sheet with what stands in for a name, and its scan made anew, where a row has no name."""
    plan = sheet.plan
    others = [one for one in map(plan.planned_as, INSTEAD.get(plan.table, ())) if one.is_given]
    if not others or not _any_nameless(connection, stage):
        return sheet
    told = plan.planned_as("name")
    told = replace(told, sql=_first(told, others), leaves=_leaves(told, others))
    return replanned(connection, sheet, told, chosen, stage, target)


def _any_nameless(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    return connection.execute(f"select count(*) > count(name) from {rows_of(stage)}").fetchone()[0]


def _first(told: Planned, others: list[Planned]) -> str:
    return f"coalesce({', '.join(one.sql for one in (told, *others))})"


def _leaves(told: Planned, others: list[Planned]) -> tuple:
    return tuple(dict.fromkeys(leaf for one in (told, *others) for leaf in one.leaves))


def known_by_number(connection: duckdb.DuckDBPyConnection, plan: Plan, file: Path) -> int:
    """Leads whose number stands for their name."""
    if plan.table != "leads" or not plan.planned_as("lead_id").is_given:
        return 0
    sql = "select count(*) from read_parquet($file) where name = lead_id"
    return connection.execute(sql, {"file": str(file)}).fetchone()[0]
