"""Lines called total or tax among the lines of an order: left out where they add up with the others to the cent."""

from pathlib import Path

import duckdb

from analytics.ingest.land.judge import staged
from analytics.ingest.land.plan import Plan
from analytics.ingest.land.reasons import ADDED
from analytics.ingest.land.source import Source
from analytics.ingest.land.sql import quote
from analytics.ingest.land.words_of_rows import adds_up, names_a_tax

# A subtotal adds up the goods, a total also the tax: both lines and the tax between them are no sales. Beside a single
# other line, a product called "Total" may cost the same by chance: there the word is believed that adds up several
# lines in another order of the file, and in none fails to.
ADDED_LINES = """
create or replace temp table {added} as
with lines as (
    select file_row_number as place, order_id, ordered_at::date as ordered_on, revenue_amount as amount,
        lower(trim(product)) as word,
        {is_sum} as is_sum, {is_tax} as is_tax
    from {rows} where order_id is not null
),
orders as (
    select order_id, ordered_on,
        sum(amount) filter (not is_sum) as goods,
        coalesce(sum(amount) filter (is_tax), 0) as tax,
        count(*) filter (not is_sum) > 1 or count(*) filter (is_tax and amount <> 0) > 0 as has_several
    from lines group by order_id, ordered_on having count(*) filter (is_sum) > 0
),
matched as (
    select lines.*, orders.has_several,
        coalesce(lines.amount in (orders.goods, orders.goods + orders.tax), false) and not lines.is_tax as is_equal,
        orders.goods + orders.tax as total
    from lines inner join orders on orders.order_id = lines.order_id
        and orders.ordered_on is not distinct from lines.ordered_on
    where lines.is_sum
),
believed as (
    select word from matched where not is_tax group by word having bool_and(is_equal) and bool_or(has_several)
),
told as (
    select *, is_equal and (has_several or word in (select word from believed)) as is_proved from matched
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
    called = " or ".join(adds_up(leaf.cell) for leaf in leaves)
    sql = f"select 1 from {quote(source.sample)} where {called} limit 1"
    return connection.execute(sql).fetchone() is not None


def find_added_lines(connection: duckdb.DuckDBPyConnection, plan: Plan, stage: Path) -> None:
    """Name the lines in the table ADDED."""
    if plan.adds_up:
        is_sum, is_tax = (f"coalesce({names('product')}, false)" for names in (adds_up, names_a_tax))
        connection.execute(ADDED_LINES.format(added=ADDED, rows=staged(stage), is_sum=is_sum, is_tax=is_tax))
