"""The day that an export of deals shows: told by its file name, else the last day in it that is not an expected one."""

import re
from datetime import date

import duckdb

from analytics.ingest.clean.format import Format
from analytics.ingest.land.expression import DATES, Leaf
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.scan import typed
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote

EXPECTED = frozenset({"expected_close_date", "next_step_date"})
YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")
DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(20\d\d)(?!\d)")
UNSURE = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])[-_ ](0?[1-9]|[12]\d|3[01])[-_ ](20\d\d)(?!\d)")


def day_in_name(name: str) -> date | None:
    """The day in a file name: 2026-05-15, 20260515, 15.05.2026; 05-15-2026 only where it can be one day."""
    if found := YEAR_FIRST.search(name):
        return _day(*found.groups())
    if found := DAY_FIRST.search(name):
        return _day(*reversed(found.groups()))
    if found := UNSURE.search(name):
        first, second, year = found.groups()
        days = {_day(year, second, first), _day(year, first, second)} - {None}
        return days.pop() if len(days) == 1 else None
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None  # 2026-02-31 and the thirteenth month


def last_day(
    connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan, formats: dict[Leaf, Format]
) -> date | None:
    """The last day among the dates that have happened; a close date counts for deals that are closed only."""
    happened = [
        quote(one.column.name)
        for one in plan.planned
        if one.is_given and one.kind in DATES and one.column.name not in EXPECTED
    ]
    if not happened:
        return None
    number = ", null::bigint as row_number" if source.first_row_number is not None else ""
    rows = typed(plan, formats, f"select *{number} from {quote(source.rows)}")
    latest = ", ".join(f"max({name})::date" for name in happened)
    days = [day for day in connection.execute(f"select {latest} from ({rows})").fetchone() if day]
    return max(days, default=None)
