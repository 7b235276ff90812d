/*
title:   What each customer bought on each day
grain:   one row per person, day and owner with an order row
needs:   orders
returns: person_key, order_date, owner, order_count, row_count, revenue_amount, refund_amount, cost_amount,
         cost_known_count
assumes: as in customer_totals; the day is the day as written; an order of several days counts on each of them
*/
select
    order_rows.person_key,
    order_rows.order_date,
    order_rows.owner,
    count(case when not order_rows.is_refund and not order_shape.has_order_lines then 1 end)
    + count(distinct order_rows.order_key) filter (where not order_rows.is_refund and order_shape.has_order_lines)
        as order_count,
    count(*) as row_count,
    cast(sum(order_rows.revenue_amount) as decimal(18, 2)) as revenue_amount,
    cast(sum(case when order_rows.revenue_amount < 0 then -order_rows.revenue_amount else 0 end) as decimal(18, 2))
        as refund_amount,
    cast(
        case when count(*) = count(order_rows.cost_amount) then sum(order_rows.cost_amount) end as decimal(18, 2)
    ) as cost_amount,
    count(order_rows.cost_amount) as cost_known_count
from order_rows
cross join order_shape
group by order_rows.person_key, order_rows.order_date, order_rows.owner
order by order_rows.person_key, order_rows.order_date, order_rows.owner
