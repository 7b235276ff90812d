/*
title:   Orders that stand on several rows
grain:   one row per order of two rows or more
needs:   order_rows
returns: order_key
assumes: most files hold one row per order: then this is empty, and nothing needs to be counted apart
*/
select order_key
from order_rows
group by order_key
having count(*) > 1
