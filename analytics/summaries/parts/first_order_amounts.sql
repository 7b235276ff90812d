/*
title:   Money of the first day with an order since a person came onto a path
grain:   one row per person and path with such a day
needs:   customer_days
parts:   paths_ranked
returns: person_key, path, revenue_amount
source:  M11, docs/decisions/010
*/
with

first_orders as (
    select
        paths_ranked.person_key,
        paths_ranked.path,
        min(customer_days.order_date) as order_date
    from paths_ranked
    inner join customer_days on paths_ranked.person_key = customer_days.person_key
    where customer_days.order_date >= paths_ranked.entered_date and customer_days.order_count > 0
    group by paths_ranked.person_key, paths_ranked.path
)

select
    first_orders.person_key,
    first_orders.path,
    sum(customer_days.revenue_amount) as revenue_amount
from first_orders
inner join customer_days
    on first_orders.person_key = customer_days.person_key and first_orders.order_date = customer_days.order_date
group by first_orders.person_key, first_orders.path
