/*
title:   The quotas of the next 91 days, as far as they reach
grain:   one row per salesperson with a quota, and one with no name for everybody together
needs:   quotas
params:  $as_of date
returns: owner, quota_sum, goal_days
assumes: a quota counts by its days within those 91; goal_days is the same on every row
source:  M14, docs/decisions/014
*/
with

quota_days as (
    select
        trim(owner) as owner,
        quota_amount,
        date_diff('day', period_start, period_end) as period_days,
        greatest(period_start, cast($as_of as date) + 1) as first_day,
        least(period_end, cast($as_of as date) + 92) as end_day
    from quotas
    where period_end > cast($as_of as date) + 1 and period_start < cast($as_of as date) + 92
),

spans as (
    select date_diff('day', min(first_day), max(end_day)) as goal_days
    from quota_days
)

select
    quota_days.owner,
    cast(
        sum(quota_days.quota_amount * date_diff('day', quota_days.first_day, quota_days.end_day) / nullif(quota_days.period_days, 0))
        as double
    ) as quota_sum,
    max(spans.goal_days) as goal_days
from quota_days
cross join spans
group by grouping sets ((quota_days.owner), ())
having count(*) > 0
