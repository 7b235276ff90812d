"""Shops write 0 as the customer's number of whoever bought without an account: all guests would be one customer."""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.scan import scan
from analytics.ingest.land.sql import rows_of
from analytics.ingest.land.write import copy

# By these the file says who it was all the same.
WHO = ("email", "phone", "customer_name")


def without_guest_numbers(connection: duckdb.DuckDBPyConnection, sheet, chosen: Chosen, stage: Path, target):
    """The sheet without the numbers of guests, and its scan made anew, where sales of somebody known have the number 0.

    Asked of what the scan wrote: a condition for each row costs a third of the scan, and few files have a guest.
    """
    plan = sheet.plan
    if plan.table != "orders" or not plan.planned_as("customer_id").is_given:
        return sheet
    given = [one for one in map(plan.planned_as, WHO) if one.is_given]
    if not given or not _any_guest(connection, stage):
        return sheet
    number = plan.planned_as("customer_id")
    who = f"coalesce({', '.join(one.sql for one in given)})"
    told = f"case when not (regexp_full_match({number.sql}, '0+') and {who} is not null) then {number.sql} end"
    planned = tuple(replace(one, sql=told) if one is number else one for one in plan.planned)
    found = replace(sheet, plan=replace(plan, planned=planned))
    copy(connection, scan(found.plan, chosen.formats, found.source, target.origin), stage)
    return found


def _any_guest(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    known = f"customer_id in ('0', '00', '000') and coalesce({', '.join(WHO)}) is not null"
    return connection.execute(f"select count(*) > 0 from {rows_of(stage)} where {known}").fetchone()[0]
