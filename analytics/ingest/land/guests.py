"""Shops write 0 as the customer's number of whoever bought without an account: all guests would be one customer."""

from dataclasses import replace
from pathlib import Path

import duckdb

from analytics.ingest.land.choose import Chosen
from analytics.ingest.land.replanned import replanned

# By these the file says who it was all the same.
WHO = ("email", "phone", "customer_name")
GUESTS = """
    select count(*) > 0 from read_parquet($file)
    where customer_id in ('0', '00', '000') and coalesce(email, phone, customer_name) is not null
"""


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
    return replanned(connection, sheet, replace(number, sql=told), chosen, stage, target)


def _any_guest(connection: duckdb.DuckDBPyConnection, stage: Path) -> bool:
    return connection.execute(GUESTS, {"file": str(stage)}).fetchone()[0]
