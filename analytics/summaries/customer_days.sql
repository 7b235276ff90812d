/*
title:   What each customer bought on each day
grain:   one row per person, day and owner with an order row
needs:   orders
returns: person_key, order_date, owner, order_count, row_count, revenue_amount, refund_amount, cost_amount,
         cost_known_count
assumes: as in customer_totals; the day is the day as written; an order of several days counts on each of them
*/
select
    person_key,
    cast(ordered_at as date) as order_date,
    owner,
    count(distinct case when revenue_amount >= 0 and not coalesce(is_refund, false) then order_id end) as order_count,
    count(*) as row_count,
    cast(sum(revenue_amount) as decimal(18, 2)) as revenue_amount,
    cast(sum(case when revenue_amount < 0 then -revenue_amount else 0 end) as decimal(18, 2)) as refund_amount,
    cast(case when count(*) = count(cost_amount) then sum(cost_amount) end as decimal(18, 2)) as cost_amount,
    count(cost_amount) as cost_known_count
from orders
group by person_key, cast(ordered_at as date), owner
order by person_key, order_date, owner
