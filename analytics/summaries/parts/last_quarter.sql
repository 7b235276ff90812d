/*
title:   What customers did in the last quarter
grain:   one row per customer who did something in it
needs:   purchases, customer_days, order_rows, repeated_orders
parts:   state_days
returns: person_key, order_count, revenue_amount, cost_amount, turn_count (years begun with an order in it)
assumes: an order that goes on into the quarter from before is none of its own
source:  M5, docs/decisions/030
*/
with

later_turns as (
    select
        purchases.person_key,
        count(*) as turn_count
    from purchases
    inner join state_days on purchases.next_date > state_days.before_date
    where extract(year from purchases.next_date) > extract(year from purchases.order_date)
    group by purchases.person_key
),

later as (
    select
        customer_days.person_key,
        sum(customer_days.order_count) as order_count,
        sum(customer_days.revenue_amount) as revenue_amount,
        sum(customer_days.cost_amount) as cost_amount
    from customer_days
    inner join state_days on customer_days.order_date > state_days.before_date
    group by customer_days.person_key
),

-- an order of several rows may stand on days before and after, and on several after: it counts once
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
        stands.person_key,
        count(case when stands.order_date > state_days.before_date then 1 end)
        - min(case when stands.order_date > state_days.before_date then 1 else 0 end) as too_many_count
    from stands
    cross join state_days
    group by stands.person_key, stands.order_key
),

later_repeats as (
    select
        person_key,
        sum(too_many_count) as too_many_count
    from repeats
    group by person_key
)

select
    later.person_key,
    later.order_count - coalesce(later_repeats.too_many_count, 0) as order_count,
    later.revenue_amount,
    later.cost_amount,
    coalesce(later_turns.turn_count, 0) as turn_count
from later
left join later_repeats on later.person_key = later_repeats.person_key
left join later_turns on later.person_key = later_turns.person_key
