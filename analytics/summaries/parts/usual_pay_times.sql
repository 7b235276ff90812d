/*
title:   Days in which customers usually pay
grain:   one row
needs:   orders, cut_offs
returns: usual_pay_days (null with too few paid orders)
assumes: the day by which the share usual_time_share of the paid orders had been paid, from unpaid_known_count of them on; by days
         and not by order: a few hundred rows whatever the number of orders
source:  M3, docs/decisions/043
*/
with

limits as (
    select
        max(case when name = 'usual_time_share' then cast(value as double) end) as usual_time_share,
        max(case when name = 'unpaid_known_count' then value end) as known_count
    from cut_offs
),

pay_days as (
    select
        greatest(date_diff('day', cast(ordered_at as date), cast(paid_at as date)), 0) as days,
        count(*) as order_count
    from orders
    where paid_at is not null and revenue_amount > 0
    group by greatest(date_diff('day', cast(ordered_at as date), cast(paid_at as date)), 0)
),

paid_by as (
    select
        days,
        sum(order_count) over (order by days rows between unbounded preceding and current row) as paid_count,
        sum(order_count) over () as all_count
    from pay_days
)

select min(paid_by.days) as usual_pay_days
from paid_by
cross join limits
where
    paid_by.all_count >= limits.known_count
    and paid_by.paid_count >= limits.usual_time_share * paid_by.all_count
