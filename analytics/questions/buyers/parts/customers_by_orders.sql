/*
title:   Customers of the last 12 months by number of orders
grain:   one row per number of orders: 1, 2, 3, more
needs:   order_bands
params:  $owner text or null
returns: order_band, group_name, customer_count
source:  M7
*/
with

bands as (
    select
        order_band,
        customer_count
    from order_bands
    where owner is not distinct from cast($owner as varchar)
),

names as (
    select
        1 as order_band,
        '1 order' as group_name
    union all
    select
        2,
        '2 orders'
    union all
    select
        3,
        '3 orders'
    union all
    select
        4,
        'more than 3 orders'
)

select
    names.order_band,
    names.group_name,
    coalesce(bands.customer_count, 0) as customer_count
from names
left join bands on names.order_band = bands.order_band
