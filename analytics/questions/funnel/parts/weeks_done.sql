/*
title:   What was done in the weeks of the last year that are over
grain:   one row per salesperson with anything done or a quota, and one with no name for everybody together
needs:   funnel_weeks
params:  $as_of date
parts:   quota_goals
returns: owner, week_count, recent_week_count, new_count, nurtured_count, ask_count, sold_count, year_ask_count,
         year_asked_count, repeat_sum, repeat_square_sum, revenue_sum
assumes: counts are of the last 13 weeks, year_ and sums of the last 52; a business younger than that has fewer to divide
         by; whatever is no first sale on a path is repeat business; without any order, won deals are the revenue
source:  M14, docs/decisions/014
*/
with

spans as (
    select
        cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date) as this_week,
        date_diff('day', min(week_start), cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date)) / 7 as week_count,
        -- a pipeline without orders: what its won deals brought is all the revenue that is known
        count(revenue_amount) > 0 as has_orders
    from funnel_weeks
    where week_start < cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date)
    having count(*) > 0
),

by_week as (
    select
        funnel_weeks.owner,
        funnel_weeks.week_start >= max(spans.this_week) - 91 as is_recent,
        sum(funnel_weeks.new_count) as new_count,
        sum(funnel_weeks.nurtured_count) as nurtured_count,
        sum(funnel_weeks.ask_count) as ask_count,
        sum(funnel_weeks.asked_count) as asked_count,
        sum(funnel_weeks.sold_count) as sold_count,
        cast(
            coalesce(sum(case when spans.has_orders then funnel_weeks.revenue_amount else funnel_weeks.first_sale_amount end), 0) as double
        ) as revenue_amount,
        cast(
            coalesce(sum(case when spans.has_orders then funnel_weeks.revenue_amount end), 0)
            - coalesce(sum(case when spans.has_orders then funnel_weeks.first_sale_amount end), 0) as double
        ) as repeat_amount
    from funnel_weeks
    cross join spans
    where funnel_weeks.week_start < spans.this_week and funnel_weeks.week_start >= spans.this_week - 364
    group by grouping sets ((funnel_weeks.owner, funnel_weeks.week_start), (funnel_weeks.week_start))
),

done as (
    select
        owner,
        sum(case when is_recent then new_count else 0 end) as new_count,
        sum(case when is_recent then nurtured_count else 0 end) as nurtured_count,
        sum(case when is_recent then ask_count else 0 end) as ask_count,
        sum(case when is_recent then sold_count else 0 end) as sold_count,
        sum(ask_count) as year_ask_count,
        sum(asked_count) as year_asked_count,
        sum(repeat_amount) as repeat_sum,
        sum(repeat_amount * repeat_amount) as repeat_square_sum,
        sum(revenue_amount) as revenue_sum
    from by_week
    group by owner
),

-- everybody, and whoever has a quota, is there even with nothing done
planned as (
    select cast(null as varchar) as owner
    union
    select owner
    from quota_goals
    union
    select owner
    from done
)

select
    planned.owner,
    cast(least(spans.week_count, 52) as bigint) as week_count,
    cast(least(spans.week_count, 13) as bigint) as recent_week_count,
    cast(coalesce(done.new_count, 0) as bigint) as new_count,
    cast(coalesce(done.nurtured_count, 0) as bigint) as nurtured_count,
    cast(coalesce(done.ask_count, 0) as bigint) as ask_count,
    cast(coalesce(done.sold_count, 0) as bigint) as sold_count,
    cast(coalesce(done.year_ask_count, 0) as bigint) as year_ask_count,
    cast(coalesce(done.year_asked_count, 0) as bigint) as year_asked_count,
    coalesce(done.repeat_sum, 0.0) as repeat_sum,
    coalesce(done.repeat_square_sum, 0.0) as repeat_square_sum,
    coalesce(done.revenue_sum, 0.0) as revenue_sum
from planned
cross join spans
left join done on planned.owner is not distinct from done.owner
