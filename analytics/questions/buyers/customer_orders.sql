/*
title:   Orders of a customer
question: What did this customer order, and when?
method:   H8
grain:    one row per order and day, latest first, and one for what was given back of it; at most 500
needs:    orders
parts:    chosen_customer
params:   $as_of date; $customer_id text or null (null: the customer with most revenue)
returns:  order_date, order_id, product, owner, revenue_amount, cost_amount, is_refund, paid_at, name, row_count,
          order_count, first_order_date, last_order_date, all_amount
summary:  name, row_count, order_count, first_order_date, last_order_date, all_amount
assumes:  up to the as-of day; a refund is negative revenue; an empty cost is unknown, not 0; of an order of several products
          the first by name and how many more
source:   counted; docs/decisions/049
next_step: Compare the days since the last order with their usual gap.
*/
with

ordered as (
    select
        customer_days.order_date,
        customer_days.order_id,
        customer_days.product,
        customer_days.owner,
        customer_days.revenue_amount,
        customer_days.cost_amount,
        customer_days.order_count = 0 as is_refund,
        customer_days.paid_at
    from chosen_customer
    inner join customer_days on chosen_customer.person_key = customer_days.person_key
    where customer_days.order_date <= cast($as_of as date)
),

-- of all of them, for no more than 500 are listed
totals as (
    select
        count(*) as row_count,
        count(distinct case when not is_refund then order_id end) as order_count,
        min(order_date) as first_order_date,
        max(order_date) as last_order_date,
        cast(sum(revenue_amount) as decimal(18, 2)) as all_amount
    from ordered
)

select
    ordered.order_date,
    ordered.order_id,
    ordered.product,
    ordered.owner,
    ordered.revenue_amount,
    ordered.cost_amount,
    ordered.is_refund,
    ordered.paid_at,
    coalesce(people.name, people.email, people.customer_id) as name,
    totals.row_count,
    totals.order_count,
    totals.first_order_date,
    totals.last_order_date,
    totals.all_amount
from ordered
cross join totals
cross join chosen_customer
inner join people on chosen_customer.person_key = people.person_key
order by ordered.order_date desc, ordered.order_id desc, ordered.revenue_amount desc
limit 500
