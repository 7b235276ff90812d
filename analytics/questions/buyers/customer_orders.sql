/*
title:   Orders of a customer
question: What did this customer order, and when?
method:   H8
grain:    one row per order and day, latest first, and one for what was given back of it; at most 500
needs:    orders
params:   $as_of date; $customer_id text or null (null: the customer with most revenue)
returns:  order_date, order_id, product, owner, revenue_amount, cost_amount, is_refund, paid_at, name, row_count,
          all_amount
summary:  name, row_count, all_amount
assumes:  up to the as-of day; a refund is negative revenue; an empty cost is unknown, not 0; of an order of several products
          the first by name and how many more
source:   counted; docs/decisions/049
next_step: Compare the days since the last order with their usual gap.
*/
with

chosen as (
    select person_key
    from customer_keys
    where customer_key = coalesce(cast($customer_id as varchar), '')
    order by person_key
    limit 1
)

select
    customer_days.order_date,
    customer_days.order_id,
    customer_days.product,
    customer_days.owner,
    customer_days.revenue_amount,
    customer_days.cost_amount,
    customer_days.order_count = 0 as is_refund,
    customer_days.paid_at,
    coalesce(people.name, people.email, people.customer_id) as name,
    count(*) over () as row_count,
    cast(sum(customer_days.revenue_amount) over () as decimal(18, 2)) as all_amount
from chosen
inner join customer_days on chosen.person_key = customer_days.person_key
inner join people on chosen.person_key = people.person_key
where customer_days.order_date <= cast($as_of as date)
order by customer_days.order_date desc, customer_days.order_id desc, customer_days.revenue_amount desc
limit 500
