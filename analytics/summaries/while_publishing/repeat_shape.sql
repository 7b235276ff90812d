/*
title:   How the orders after the first spread over the 24 months
grain:   one row per month since the first order, from 0 to 24
needs:   purchases, later_days, data_span
returns: month_number, watched_rate 0-1
assumes: watched_rate = share of the orders of 24 months that usually have come by the end of that month: sum of orders per
         customer still watched, Nelson and Aalen; a straight line while fewer than ten customers were watched to the end
source:  Nelson (2003), "Recurrent Events Data Analysis"; M17, docs/decisions/025
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

months as (
    select cast(unnest(generate_series(0, 24)) as bigint) as month_number
),

watched as (
    select
        cast(floor(date_diff('day', later_days.first_order_date, spans.last_day) / 30.42) as bigint) as month_count,
        count(*) as customer_count
    from later_days
    cross join spans
    group by cast(floor(date_diff('day', later_days.first_order_date, spans.last_day) / 30.42) as bigint)
),

spaced as (
    select
        cast(floor((date_diff('day', later_days.first_order_date, purchases.order_date) - 1) / 30.42) as bigint)
            as month_number,
        cast(floor(date_diff('day', later_days.first_order_date, spans.last_day) / 30.42) as bigint) as month_count,
        purchases.purchase_number
    from purchases
    inner join later_days on purchases.person_key = later_days.person_key
    cross join spans
),

-- counted by case and not filtered: a condition over both sides of this join is what decision 006 is about
came as (
    select
        month_number,
        count(case when purchase_number > 1 and month_number < month_count then 1 end) as order_count
    from spaced
    group by month_number
),

at_risk as (
    select
        months.month_number,
        sum(watched.customer_count) as customer_count
    from months
    left join watched on months.month_number < watched.month_count
    group by months.month_number
),

paces as (
    select
        at_risk.month_number,
        at_risk.customer_count,
        cast(coalesce(came.order_count, 0) as double) / nullif(at_risk.customer_count, 0) as pace
    from at_risk
    left join came on at_risk.month_number = came.month_number
),

summed as (
    select
        month_number,
        sum(pace) over (
            order by month_number
            rows between unbounded preceding and 1 preceding
        ) as by_then,
        sum(case when month_number < 24 then pace end) over () as in_all,
        min(case when month_number < 24 then coalesce(customer_count, 0) end) over () as least_count
    from paces
)

select
    month_number,
    case
        when least_count >= 10 and in_all > 0 then coalesce(by_then, 0) / in_all
        else cast(month_number as double) / 24
    end as watched_rate
from summed
order by month_number
