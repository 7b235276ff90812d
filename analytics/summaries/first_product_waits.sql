/*
title:   How long customers took to come back, by the product of the first order
grain:   one row per owner (null: everybody), product of first_products, days waited and whether they came back
needs:   customer_owners, first_orders, first_products
returns: owner, product_key, wait_days, is_back, wait_count
assumes: wait_days ends with the second order, with the last day in the data, or at 366, which stands for any day after the
         year; back = within 365 days
source:  M10, docs/decisions/033
*/
with

starts as (
    select
        customer_owners.owner,
        lower(trim(first_orders.first_product)) as product_key,
        least(
            coalesce(date_diff('day', first_orders.first_order_date, first_orders.second_order_date), 366),
            366,
            first_orders.age_days
        ) as wait_days,
        coalesce(date_diff('day', first_orders.first_order_date, first_orders.second_order_date) <= 365, false)
            as is_back
    from customer_owners
    inner join first_orders on customer_owners.person_key = first_orders.person_key
    where first_orders.first_product is not null
),

waits as (
    select
        owner,
        product_key,
        wait_days,
        is_back,
        count(*) as wait_count
    from starts
    group by owner, product_key, wait_days, is_back
)

select waits.*
from waits
inner join first_products
    on waits.owner is not distinct from first_products.owner and waits.product_key = first_products.product_key
order by waits.owner, waits.product_key, waits.wait_days, waits.is_back
