/*
title:   What each customer bought in all
grain:   one row per person with an order
needs:   orders, people
returns: person_key, customer_id, name, first_order_at, last_order_at, order_count, row_count, revenue_amount,
         refund_amount, cost_amount, cost_known_count, first_product
assumes: revenue is net of refunds; refund_amount is what was given back, as a positive number; cost is null while the
         cost of any row is unknown; rows that only refund are no order
*/
with

totals as (
    select
        person_key,
        min(ordered_at) as first_order_at,
        max(ordered_at) as last_order_at,
        count(distinct case when revenue_amount >= 0 and not coalesce(is_refund, false) then order_id end)
            as order_count,
        count(*) as row_count,
        sum(revenue_amount) as revenue_amount,
        sum(case when revenue_amount < 0 then -revenue_amount else 0 end) as refund_amount,
        case when count(*) = count(cost_amount) then sum(cost_amount) end as cost_amount,
        count(cost_amount) as cost_known_count
    from orders
    group by person_key
),

first_products as (
    select
        orders.person_key,
        min(orders.product) as first_product
    from orders
    inner join totals
        on orders.person_key = totals.person_key
        and orders.ordered_at = totals.first_order_at
    group by orders.person_key
)

select
    totals.person_key,
    people.customer_id,
    people.name,
    totals.first_order_at,
    totals.last_order_at,
    totals.order_count,
    totals.row_count,
    cast(totals.revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(totals.refund_amount as decimal(18, 2)) as refund_amount,
    cast(totals.cost_amount as decimal(18, 2)) as cost_amount,
    totals.cost_known_count,
    first_products.first_product
from totals
inner join people
    on totals.person_key = people.person_key
inner join first_products
    on totals.person_key = first_products.person_key
order by totals.person_key
