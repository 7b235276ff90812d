/*
title:   Customers of the last 12 months by number of orders
grain:   one row per owner (null: everybody) and band with a customer in it
needs:   customer_owners, customer_days, data_span
returns: owner, order_band, customer_count
assumes: order_band is 1, 2, 3, or 4 for more; orders of the 12 months before the last day in the data, of anybody's
source:  M7
*/
with

spans as (
    select cast(max(last_day) - interval 12 month as date) as year_before
    from data_span
),

last_year as (
    select
        customer_days.person_key,
        least(sum(customer_days.order_count), 4) as order_band
    from customer_days
    inner join spans on customer_days.order_date > spans.year_before
    where customer_days.person_key > 0 and customer_days.order_count > 0
    group by customer_days.person_key
)

select
    customer_owners.owner,
    last_year.order_band,
    count(*) as customer_count
from customer_owners
inner join last_year on customer_owners.person_key = last_year.person_key
group by customer_owners.owner, last_year.order_band
order by customer_owners.owner, last_year.order_band
