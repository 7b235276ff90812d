/*
title:    Cohorts by month of entry
question: Of the people who came in each month, how many bought by now, said no, were left, or are still in play?
method:   M11, H1, H2, H4
grain:    one row per month in which somebody came in; the last 24, or those of the period
needs:    leads or touches or deals
uses:     interactions, orders
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  cohort_month, came_count, sold_count, refused_count, left_count, in_play_count, over_count, over_sold_count,
          conversion_rate, low_rate, high_rate
people:   funnel/people
money:    leads
assumes:  in play = the usual time from entry to sale is not over and nothing was refused; the rate is of those whose time is over,
          bought or not; a month of which hardly anybody's time is over has no rate yet
source:   Wilson (1927); docs/decisions/011
next_step: Look at what you did differently for the best month.
*/
with

steps as (
    select
        cast(date_trunc('month', path_due_steps.entered_date) as date) as cohort_month,
        case
            when path_due_steps.reached_date <= cast($as_of as date) then 0
            when path_due_steps.refused_date <= cast($as_of as date) then 1
            else 2
        end as state,
        cast($as_of as date) > path_due_steps.first_due_date as is_time_over
    from path_due_steps
    inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
    where
        path_step_kinds.link_order = 1
        and path_due_steps.entered_date <= cast($as_of as date)
        and path_due_steps.entered_date >= coalesce(
            cast($period_start as date),
            cast(date_trunc('month', cast($as_of as date)) as date) - interval 23 month
        )
        and (cast($period_end as date) is null or path_due_steps.entered_date < cast($period_end as date))
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
)

select
    cohort_month,
    count(*) as came_count,
    count(case when state = 0 then 1 end) as sold_count,
    count(case when state = 1 then 1 end) as refused_count,
    count(case when state = 2 and is_time_over then 1 end) as left_count,
    count(case when state = 2 and not is_time_over then 1 end) as in_play_count,
    count(case when is_time_over then 1 end) as over_count,
    count(case when is_time_over and state = 0 then 1 end) as over_sold_count
from steps
group by cohort_month
order by cohort_month
