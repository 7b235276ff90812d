/*
title:   Order rows by the keys that summaries count with
grain:   one row per row of orders
needs:   orders
returns: person_key, order_date, ordered_at, order_key, order_id, revenue_amount, cost_amount, is_refund, product, owner, paid_at
assumes: order_key is a hash of the order_id: counting whole numbers costs a third of counting text
*/
select
    person_key,
    cast(ordered_at as date) as order_date,
    ordered_at,
    hash(order_id) as order_key,
    order_id,
    revenue_amount,
    cost_amount,
    coalesce(is_refund, false) or revenue_amount < 0 as is_refund,
    product,
    owner,
    paid_at
from orders
