/*
title:   What each customer had ordered before the hold-out, and what came in it
grain:   one row per customer with a purchase
needs:   purchases, data_span
returns: person_key, cut_date, horizon_days, first_date, cut_last_date, cut_count, earlier_last_date, earlier_count, later_count,
         same_count, last_year_count
assumes: several orders on one day are one; the hold-out is the last 365 days, at most a third of the history; cut_count =
         orders up to the day before it (cut_date), later_count = in it, same_count = in as long a time before it,
         earlier_count = before that; last_year_count = in the last 365 days
source:  M6, docs/decisions/034
*/
with

history as (
    select
        min(first_day) as first_date,
        max(last_day) as last_date
    from data_span
    where table_name = 'orders'
),

lengths as (
    select cast(least(365, floor(date_diff('day', first_date, last_date) / 3.0)) as integer) as horizon_days
    from history
),

days as (
    select
        max(data_span.last_day) as last_date,
        max(lengths.horizon_days) as horizon_days,
        cast(max(data_span.last_day) - max(lengths.horizon_days) as date) as cut_date
    from data_span
    cross join lengths
)

select
    purchases.person_key,
    days.cut_date,
    days.horizon_days,
    min(purchases.order_date) as first_date,
    max(case when purchases.order_date <= days.cut_date then purchases.order_date end) as cut_last_date,
    count(case when purchases.order_date <= days.cut_date then 1 end) as cut_count,
    max(case when purchases.order_date <= days.cut_date - days.horizon_days then purchases.order_date end)
        as earlier_last_date,
    count(case when purchases.order_date <= days.cut_date - days.horizon_days then 1 end) as earlier_count,
    count(case when purchases.order_date > days.cut_date then 1 end) as later_count,
    count(
        case
            when purchases.order_date <= days.cut_date and purchases.order_date > days.cut_date - days.horizon_days
                then 1
        end
    ) as same_count,
    count(case when purchases.order_date > days.last_date - 365 then 1 end) as last_year_count
from purchases
cross join days
group by purchases.person_key, days.cut_date, days.horizon_days
