/*
title:    How long each link takes
question: How many days does each link take, from the first response to the sale, on each path?
method:   M11, H1, H2, H4
grain:    one row per path and link with a step whose day is known; all paths together first
needs:    leads or touches or deals
uses:     interactions, orders
parts:    steps_now, steps_tallied
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, link_order, link, from_link, step_count, median_days, low_days, high_days, usual_days,
          within_seven_count, within_seven_rate, low_rate, high_rate
people:   funnel/people
money:    leads
assumes:  steps with both days written down, of people whose usual time is over: quick young ones alone would make every
          path look quick; nurturing is the first response; usual = nine in ten who ever take the step have taken it
source:   range of the median from order statistics; Wilson (1927); docs/decisions/011
next_step: Answer the next enquiry on the day it comes in.
*/
with

by_day as (
    select
        path_step_kinds.path,
        path_step_kinds.link_order,
        path_step_kinds.link,
        path_step_kinds.from_link,
        steps_tallied.step_days,
        max(path_step_kinds.usual_days) as usual_days,
        sum(steps_tallied.person_count) as step_count
    from steps_tallied
    inner join path_step_kinds on steps_tallied.kind_key = path_step_kinds.kind_key
    where
        steps_tallied.step_days is not null
        and steps_tallied.is_time_over
        and path_step_kinds.is_from_recorded
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
    group by
        path_step_kinds.path, path_step_kinds.link_order, path_step_kinds.link, path_step_kinds.from_link,
        steps_tallied.step_days
),

-- one path alone is all paths together
everywhere as (
    select
        'All paths' as path,
        link_order,
        link,
        from_link,
        step_days,
        cast(null as bigint) as usual_days,
        sum(step_count) as step_count
    from by_day
    group by link_order, link, from_link, step_days
    having count(*) > 0
    union all
    select *
    from by_day
)

select
    path,
    link_order,
    link,
    min(from_link) as from_link,
    cast(sum(step_count) as bigint) as step_count,
    max(usual_days) as usual_days,
    cast(sum(case when step_days <= 7 then step_count else 0 end) as bigint) as within_seven_count,
    string_agg(cast(step_days as varchar) || ':' || cast(cast(step_count as bigint) as varchar), ' ' order by step_days) as day_counts
from everywhere
group by path, link_order, link
order by link_order asc, case when path = 'All paths' then 0 else 1 end asc, path asc
