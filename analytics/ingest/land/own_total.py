"""A total in the file that is not what its rows add up to: some rows count twice, or not as they should."""

from pathlib import Path

import duckdb

from analytics.ingest.land.judge import JUDGED, staged
from analytics.ingest.land.plan import Plan
from analytics.ingest.receipt import Warned

# The last total, what counts above it, and whether it is the sum of the whole file or of rows that end right above it,
# of those that count or of all: rows set aside have their reasons in the receipt. It may be written without cents.
ADDED = """
with rows as (
    select s.file_row_number as place, s.revenue_amount as amount,
        case when j.told is null then s.revenue_amount else 0 end as used,
        j.told->>'code' is not distinct from 'total_row' as is_total
    from {stage} as s left join {judged} as j on j.place = s.file_row_number
    where s.revenue_amount is not null
),
last as (
    -- each row may have been rounded by itself
    select place, amount,
        greatest(case when amount = floor(amount) then 1 else 0.01 end, 0.005 * (select count(*) from rows)) as rounded
    from rows where is_total order by place desc limit 1
),
above as (
    select sum(rows.amount) over upwards as amount, sum(rows.used) over upwards as used
    from rows, last where not rows.is_total and rows.place < last.place
    window upwards as (order by rows.place desc)
)
select last.amount,
    (select coalesce(sum(rows.used), 0) from rows where rows.place < last.place),
    abs((select sum(used) from rows) - last.amount) < last.rounded
        or exists (select 1 from above where abs(used - last.amount) < last.rounded)
        or exists (select 1 from above where abs(above.amount - last.amount) < last.rounded)
from last
"""


def differing_total(connection: duckdb.DuckDBPyConnection, plan: Plan, stage: Path) -> list[Warned]:
    """A warning where the last total of the sales is not that of any rows that it could stand for.

    stage : file of the scan, after its rows were judged; it is there still where some row was set aside.
    """
    if plan.table != "orders" or plan.once or len(plan.planned_as("revenue_amount").leaves) != 1:
        return []
    if not connection.execute(f"select count(*) from {JUDGED} where told->>'code' = 'total_row'").fetchone()[0]:
        return []
    found = connection.execute(ADDED.format(stage=staged(stage), judged=JUDGED)).fetchone()
    if found is None or found[2]:
        return []
    total, counted, _ = found
    header = plan.planned_as("revenue_amount").header
    told = (
        f"A total in the file says {total:,.2f} under '{header}', and the rows above it make {counted:,.2f}. "
        "Look whether some rows are no sales, stand twice, or are not in this file."
    )
    return [Warned("other_total", told)]
