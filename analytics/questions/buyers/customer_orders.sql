/*
title:   Orders of a customer
question: What did this customer order, and when?
method:   H8
grain:    one row per row of the orders, latest first; at most 500
needs:    orders
params:   $as_of date; $customer_id text or null (null: the customer with most revenue)
returns:  order_date, order_id, product, owner, revenue_amount, cost_amount, is_refund, paid_at, name, row_count,
          all_amount
summary:  name, row_count, all_amount
assumes:  up to the as-of day; a refund is negative revenue; an empty cost is unknown, not 0
source:   the rows as landed
next_step: Compare the days since the last order with their usual gap.
*/
with

chosen as (
    select person_key
    from customer_keys
    where customer_key = coalesce(cast($customer_id as varchar), '')
    order by person_key
    limit 1
),

refs as (
    select
        identities.source_ref,
        identities.person_key
    from chosen
    inner join identities on chosen.person_key = identities.person_key
    where identities.source_table in ('customers', 'orders')
),

-- as in keyed/orders.sql, which names every row's person first: for one person that is twice the work
mine as (
    select
        refs.person_key,
        orders.*
    from canonical.orders as orders
    inner join refs on orders.customer_id = refs.source_ref
    union all
    select
        refs.person_key,
        orders.*
    from canonical.orders as orders
    inner join refs
        on
            '|' || coalesce(orders.email, '') || '|' || coalesce(orders.phone, '') || '|' || coalesce(orders.customer_name, '')
            = refs.source_ref
    -- a number never begins so: whoever has no other name is not looked for among rows without one
    where orders.customer_id is null and refs.source_ref like '|%'
)

select
    cast(mine.ordered_at as date) as order_date,
    mine.order_id,
    mine.product,
    mine.owner,
    mine.revenue_amount,
    mine.cost_amount,
    coalesce(mine.is_refund, false) or mine.revenue_amount < 0 as is_refund,
    mine.paid_at,
    coalesce(people.name, people.email, people.customer_id) as name,
    count(*) over () as row_count,
    cast(sum(mine.revenue_amount) over () as decimal(18, 2)) as all_amount
from mine
inner join people on mine.person_key = people.person_key
where mine.ordered_at < cast($as_of as date) + interval 1 day
order by order_date desc, mine.order_id desc, mine.revenue_amount desc
limit 500
