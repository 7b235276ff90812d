/*
title:   Orders that stand on several rows
grain:   one row per order of two rows or more
needs:   canonical.orders
returns: order_key
assumes: order_key as in order_rows; most files hold one row per order: then this is empty, and nothing needs to be counted apart
*/
select hash(order_id) as order_key
from canonical.orders
group by hash(order_id)
having count(*) > 1
