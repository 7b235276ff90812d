/*
title:   What each customer bought in all
grain:   one row per person with an order
needs:   order_rows, repeated_orders, people
returns: person_key, customer_id, name, first_order_at, last_order_at, order_count, row_count, revenue_amount,
         refund_amount, cost_amount, known_cost_amount, cost_known_count
assumes: revenue is net of refunds; refund_amount is what was given back, as a positive number; cost is null while the
         cost of any row is unknown, known_cost_amount is of the others; rows that only refund are no order, and the first and
         last are of orders; an order of several days counts once
*/
with

totals as (
    select
        person_key,
        min(case when not is_refund then ordered_at end) as first_order_at,
        max(case when not is_refund then ordered_at end) as last_order_at,
        count(case when not is_refund then 1 end) as bought_count,
        count(*) as row_count,
        sum(revenue_amount) as revenue_amount,
        sum(case when revenue_amount < 0 then -revenue_amount else 0 end) as refund_amount,
        sum(cost_amount) as known_cost_amount,
        count(cost_amount) as cost_known_count
    from order_rows
    group by person_key
),

-- rows beyond the first of an order that stands on several
repeats as (
    select
        order_rows.person_key,
        count(*) - count(distinct order_rows.order_key) as repeat_count
    from order_rows
    inner join repeated_orders on order_rows.order_key = repeated_orders.order_key
    where not order_rows.is_refund
    group by order_rows.person_key
)

select
    totals.person_key,
    people.customer_id,
    people.name,
    totals.first_order_at,
    totals.last_order_at,
    totals.bought_count - coalesce(repeats.repeat_count, 0) as order_count,
    totals.row_count,
    cast(totals.revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(totals.refund_amount as decimal(18, 2)) as refund_amount,
    cast(
        case when totals.row_count = totals.cost_known_count then totals.known_cost_amount end as decimal(18, 2)
    ) as cost_amount,
    cast(totals.known_cost_amount as decimal(18, 2)) as known_cost_amount,
    totals.cost_known_count
from totals
inner join people
    on totals.person_key = people.person_key
left join repeats
    on totals.person_key = repeats.person_key
