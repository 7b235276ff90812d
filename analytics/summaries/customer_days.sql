/*
title:   What each customer bought on each day
grain:   one row per order of one row; of orders of several rows one row per person, day and owner
needs:   order_rows, repeated_orders
returns: person_key, order_date, owner, order_count, row_count, revenue_amount, refund_amount, cost_amount,
         cost_known_count
assumes: revenue is net of refunds; refund_amount is what was given back, as a positive number; cost is null while the
         cost of any row is unknown; rows that only refund are no order; the day is the day as written; an order of
         several days counts on each of them
*/
with

single_rows as (
    select
        order_rows.person_key,
        order_rows.order_date,
        order_rows.owner,
        cast(case when order_rows.is_refund then 0 else 1 end as bigint) as order_count,
        cast(1 as bigint) as row_count,
        order_rows.revenue_amount,
        case when order_rows.revenue_amount < 0 then -order_rows.revenue_amount else 0 end as refund_amount,
        order_rows.cost_amount,
        cast(case when order_rows.cost_amount is null then 0 else 1 end as bigint) as cost_known_count
    from order_rows
    left join repeated_orders on order_rows.order_key = repeated_orders.order_key
    where repeated_orders.order_key is null
),

several_rows as (
    select
        order_rows.person_key,
        order_rows.order_date,
        order_rows.owner,
        count(distinct case when not order_rows.is_refund then order_rows.order_key end) as order_count,
        count(*) as row_count,
        sum(order_rows.revenue_amount) as revenue_amount,
        sum(case when order_rows.revenue_amount < 0 then -order_rows.revenue_amount else 0 end) as refund_amount,
        case when count(*) = count(order_rows.cost_amount) then sum(order_rows.cost_amount) end as cost_amount,
        count(order_rows.cost_amount) as cost_known_count
    from order_rows
    inner join repeated_orders on order_rows.order_key = repeated_orders.order_key
    group by order_rows.person_key, order_rows.order_date, order_rows.owner
),

every_row as (
    select * from single_rows
    union all
    select * from several_rows
)

select
    person_key,
    order_date,
    owner,
    order_count,
    row_count,
    cast(revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(refund_amount as decimal(18, 2)) as refund_amount,
    cast(cost_amount as decimal(18, 2)) as cost_amount,
    cost_known_count
from every_row
order by person_key, order_date, owner
