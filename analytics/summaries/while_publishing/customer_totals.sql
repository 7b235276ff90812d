/*
title:   What each customer bought in all
grain:   one row per person with an order
needs:   order_rows, repeated_orders, customer_days, people
returns: person_key, customer_id, name, first_order_at, last_order_at, order_count, row_count, revenue_amount,
         refund_amount, cost_amount, cost_known_count, first_product
assumes: revenue is net of refunds; refund_amount is what was given back, as a positive number; cost is null while the
         cost of any row is unknown; rows that only refund are no order; an order of several days counts once;
         of several products in the first order the first by name
*/
with

totals as (
    select
        person_key,
        sum(order_count) as order_count,
        sum(row_count) as row_count,
        sum(revenue_amount) as revenue_amount,
        sum(refund_amount) as refund_amount,
        case when count(*) = count(cost_amount) then sum(cost_amount) end as cost_amount,
        sum(cost_known_count) as cost_known_count
    from customer_days
    group by person_key
),

-- only where an order has several rows can it stand on several days, or with several owners
stands as (
    select
        order_rows.person_key,
        order_rows.order_key,
        order_rows.order_date,
        order_rows.owner
    from order_rows
    inner join repeated_orders on order_rows.order_key = repeated_orders.order_key
    where not order_rows.is_refund
    group by order_rows.person_key, order_rows.order_key, order_rows.order_date, order_rows.owner
),

repeats as (
    select
        person_key,
        count(*) - count(distinct order_key) as repeat_count
    from stands
    group by person_key
),

ends as (
    select
        person_key,
        min(ordered_at) as first_order_at,
        max(ordered_at) as last_order_at,
        -- '' stands in for an unknown product, which arg_min would pass over for that of a later order
        nullif(
            arg_min(coalesce(product, ''), struct_pack(at := ordered_at, is_unknown := product is null, product := product)),
            ''
        ) as first_product
    from order_rows
    group by person_key
)

select
    totals.person_key,
    people.customer_id,
    people.name,
    ends.first_order_at,
    ends.last_order_at,
    cast(totals.order_count - coalesce(repeats.repeat_count, 0) as bigint) as order_count,
    cast(totals.row_count as bigint) as row_count,
    cast(totals.revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(totals.refund_amount as decimal(18, 2)) as refund_amount,
    cast(totals.cost_amount as decimal(18, 2)) as cost_amount,
    cast(totals.cost_known_count as bigint) as cost_known_count,
    ends.first_product
from totals
inner join ends
    on totals.person_key = ends.person_key
inner join people
    on totals.person_key = people.person_key
left join repeats
    on totals.person_key = repeats.person_key
