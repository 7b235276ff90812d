/*
title:   Order rows by the keys that summaries count with
grain:   one row per row of orders
needs:   orders
returns: person_key, order_date, ordered_at, order_key, revenue_amount, cost_amount, is_refund, product, owner
assumes: order_key is a hash of the order_id: counting whole numbers costs a third of counting text
*/
create or replace temp table order_rows as
select
    person_key,
    cast(ordered_at as date) as order_date,
    ordered_at,
    hash(order_id) as order_key,
    revenue_amount,
    cost_amount,
    coalesce(is_refund, false) or revenue_amount < 0 as is_refund,
    product,
    owner
from orders;

-- most files hold one row per order: then rows are orders, and nothing needs to be counted apart
create or replace temp table order_shape as
select count(*) > count(distinct order_key) as has_order_lines
from order_rows;
