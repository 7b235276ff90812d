"""What the other rows of a file say of each row that is marked as refunded. See docs/decisions/060-refund-yes.md."""

from pathlib import Path

import duckdb

from analytics.ingest.land.judge import staged

PERSON = "coalesce(customer_id, email, phone, lower(customer_name))"
# A row below zero on the day of the sale is a discount unless it gives back the whole; on a later day it is money back.
MARKS = """
create or replace temp table refund_marks as
with sold as (
    select file_row_number as place, order_id, {person} as person, revenue_amount as amount, ordered_at,
        ordered_at::date as sold_on, coalesce(is_refund, false) as is_marked
    from {rows} where revenue_amount <> 0
),
orders as (
    select order_id,
        -sum(amount) filter (amount < 0) as back,
        max(sold_on) filter (amount < 0) as back_on,
        sum(amount) filter (amount > 0 and is_marked) as marked,
        sum(amount) filter (amount > 0 and not is_marked) as plain,
        min(sold_on) filter (amount > 0 and not is_marked) as plain_on
    from sold where order_id is not null group by order_id
),
persons_back as (select distinct person, -amount as amount from sold where amount < 0 and person is not null),
orders_sold as (
    select distinct order_id, amount from sold where not is_marked and amount > 0 and order_id is not null
),
persons_sold as (
    select person, amount, count(*) as times, min(ordered_at) as ordered_at,
        bool_or(order_id is not null) as is_numbered
    from sold where not is_marked and amount > 0 and person is not null group by person, amount
),
paid_again as (select distinct amount from persons_sold where times > 1 and is_numbered),
told as (
    select sold.place, sold.order_id,
        case
            when orders.back in (sold.amount, orders.marked) or orders.back_on > sold.sold_on
                or persons_back.person is not null then 'answered'
            when orders_sold.order_id is not null then 'refund'
            when orders.plain > sold.amount and orders.plain_on < sold.sold_on then 'refund'
            when persons_sold.person is not null and paid_again.amount is null then 'repeats'
            else 'nothing'
        end as says,
        persons_sold.person is not null and paid_again.amount is not null as is_either
    from sold
    left join orders on orders.order_id = sold.order_id
    left join persons_back on persons_back.person = sold.person and persons_back.amount = sold.amount
    left join orders_sold on orders_sold.order_id = sold.order_id and orders_sold.amount = sold.amount
    left join persons_sold on persons_sold.person = sold.person and persons_sold.amount = sold.amount
        and persons_sold.times = 1 and persons_sold.ordered_at <= sold.ordered_at
    left join paid_again on paid_again.amount = sold.amount
    where sold.is_marked and sold.amount > 0
),
given_up as (
    select told.order_id from told inner join orders on orders.order_id = told.order_id
    where orders.plain is null group by told.order_id having bool_and(told.says = 'nothing')
)
select place, says, is_either and says = 'nothing' as is_either from told
union all
select place, 'discount', false from sold
where amount < 0 and order_id in (select order_id from given_up)
"""


def mark(connection: duckdb.DuckDBPyConnection, stage: Path) -> None:
    """The table refund_marks: what each marked row above zero is, and the discounts that belong to refunded sales.

    says : answered, a sale whose money comes back in other rows; refund, of a sale in the same order; repeats, the only
           sale of that person and amount, and not a later one; nothing; discount, of an order of which nothing is left.
    is_either : it repeats a sale, but people of this file pay that amount again and again under numbers of their own.
    """
    connection.execute(MARKS.format(person=PERSON, rows=staged(stage)))
