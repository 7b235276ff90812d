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

bought as (
    select
        cast(orders.ordered_at as date) as order_date,
        orders.order_id,
        orders.product,
        orders.owner,
        orders.revenue_amount,
        orders.cost_amount,
        coalesce(orders.is_refund, false) or orders.revenue_amount < 0 as is_refund,
        orders.paid_at,
        coalesce(people.name, people.email, people.customer_id) as name
    from chosen
    inner join orders on chosen.person_key = orders.person_key
    inner join people on chosen.person_key = people.person_key
    where orders.ordered_at < cast($as_of as date) + interval 1 day
),

totals as (
    select
        count(*) as row_count,
        cast(sum(revenue_amount) as decimal(18, 2)) as all_amount
    from bought
)

select
    bought.order_date,
    bought.order_id,
    bought.product,
    bought.owner,
    bought.revenue_amount,
    bought.cost_amount,
    bought.is_refund,
    bought.paid_at,
    bought.name,
    totals.row_count,
    totals.all_amount
from bought
cross join totals
order by bought.order_date desc, bought.order_id desc, bought.revenue_amount desc
limit 500
