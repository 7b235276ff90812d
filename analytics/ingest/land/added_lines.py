"""Lines called total or tax among the lines of an order: left out where they add up with the others to the cent."""

from pathlib import Path

import duckdb

from analytics.ingest.land.judge import staged
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.reasons import ADDED
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote
from analytics.ingest.land.words_of_rows import names_a_sum, names_a_tax

# A subtotal adds up the goods, a total also the tax: both lines and the tax between them are no sales.
ADDED_LINES = """
create or replace temp table {added} as
with lines as (
    select file_row_number as place, order_id, ordered_at::date as ordered_on, revenue_amount as amount,
        {is_sum} as is_sum, {is_tax} as is_tax
    from {rows} where order_id is not null
),
orders as (
    select order_id, ordered_on,
        sum(amount) filter (not is_sum) as goods,
        coalesce(sum(amount) filter (is_tax), 0) as tax
    from lines group by order_id, ordered_on having count(*) filter (is_sum) > 0
),
told as (
    select lines.place, lines.order_id, lines.ordered_on, lines.is_tax, lines.amount,
        lines.amount in (orders.goods, orders.goods + orders.tax) and not lines.is_tax as is_proved,
        orders.goods + orders.tax as total
    from lines inner join orders on orders.order_id = lines.order_id
        and orders.ordered_on is not distinct from lines.ordered_on
    where lines.is_sum
),
proved as (
    select order_id, ordered_on from told where is_proved and amount = total group by order_id, ordered_on
)
select told.place, told.is_tax from told
left join proved on proved.order_id = told.order_id and proved.ordered_on is not distinct from told.ordered_on
where told.is_proved or (told.is_tax and proved.order_id is not null)
"""


def may_add_up(connection: duckdb.DuckDBPyConnection, source: Source, plan: Plan) -> bool:
    """Some of the first rows are called total or tax, and the lines of an order have its number."""
    if plan.table != "orders" or not plan.planned_as("order_id").is_given:
        return False
    leaves = plan.planned_as("product").leaves
    if not leaves:
        return False
    called = " or ".join(names_a_sum(leaf.cell) for leaf in leaves)
    sql = f"select 1 from {quote(source.sample)} where {called} limit 1"
    return connection.execute(sql).fetchone() is not None


def find_added_lines(connection: duckdb.DuckDBPyConnection, plan: Plan, stage: Path) -> None:
    """Name the lines in the table ADDED."""
    if plan.adds_up:
        is_sum, is_tax = (f"coalesce({names('product')}, false)" for names in (names_a_sum, names_a_tax))
        connection.execute(ADDED_LINES.format(added=ADDED, rows=staged(stage), is_sum=is_sum, is_tax=is_tax))
