/*
title:   What each customer bought on each day
grain:   one row per order of one row; of orders of several rows one row per person, day, owner and order, and one for what
         was given back
needs:   order_rows, repeated_orders
returns: person_key, order_date, owner, order_count, revenue_amount, cost_amount, order_id, product, paid_at
assumes: what was given back is negative revenue; cost is null while the cost of any row is unknown; rows that only refund
         are no order; the day is the day as written; an order of several days counts on each of them; of several products
         the first by name and how many more; an order is paid when one of its rows is
source:  the number, product and payment stand here too, sorted by customer, because a page about one customer would else
         read every order there is; docs/decisions/049
*/
with

several_rows as (
    select
        order_rows.person_key,
        order_rows.order_date,
        order_rows.owner,
        case when order_rows.is_refund then 0 else 1 end as order_count,
        sum(order_rows.revenue_amount) as revenue_amount,
        case when count(*) = count(order_rows.cost_amount) then sum(order_rows.cost_amount) end as cost_amount,
        min(order_rows.order_id) as order_id,
        min(order_rows.product)
        || case
            when count(distinct order_rows.product) > 1
                then ' and ' || cast(count(distinct order_rows.product) - 1 as varchar) || ' more'
            else ''
        end as product,
        max(order_rows.paid_at) as paid_at
    from order_rows
    inner join repeated_orders on order_rows.order_key = repeated_orders.order_key
    group by
        order_rows.person_key,
        order_rows.order_date,
        order_rows.owner,
        order_rows.order_key,
        order_rows.is_refund
)

select
    order_rows.person_key,
    order_rows.order_date,
    order_rows.owner,
    case when order_rows.is_refund then 0 else 1 end as order_count,
    order_rows.revenue_amount,
    order_rows.cost_amount,
    order_rows.order_id,
    order_rows.product,
    order_rows.paid_at
from order_rows
left join repeated_orders on order_rows.order_key = repeated_orders.order_key
where repeated_orders.order_key is null
union all
select
    person_key,
    order_date,
    owner,
    order_count,
    cast(revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(cost_amount as decimal(18, 2)) as cost_amount,
    order_id,
    product,
    paid_at
from several_rows
order by person_key, order_date, owner
