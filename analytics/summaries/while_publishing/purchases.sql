/*
title:   Purchases: the days on which customers ordered, and when each came back
grain:   one row per customer and day with an order
needs:   customer_days
returns: person_key, order_date, next_date, purchase_number
assumes: several orders on one day are one purchase; next_date is null while nothing was ordered after it; rows
         that name nobody are left out
source:  M5, M10, docs/decisions/030
*/
with

days as (
    select
        person_key,
        order_date
    from customer_days
    where order_count > 0 and person_key > 0
    group by person_key, order_date
)

select
    person_key,
    order_date,
    lead(order_date) over by_day as next_date,
    row_number() over by_day as purchase_number
from days
window by_day as (partition by person_key order by order_date)
