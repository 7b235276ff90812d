/*
title:   Steps as they stood on an earlier day, or of the people of a period
grain:   one row per person and link that the person could reach next; none on the last day without a period, for which
         path_tallies was counted when the version was published
needs:   data_span, path_step_kinds, path_due_steps
params:  $as_of date; $period_start date or null; $period_end date or null
returns: kind_key, person_key, from_date, last_event_date, step_days, sale_value, state, is_time_over, age_years
assumes: state 0 reached, 1 refused, 2 neither; age_years 0 under a year since the link before, 1 under two, 2 older
source:  M11, H4, docs/decisions/011
*/
with

counted_now as (
    select max(last_day) as last_day
    from data_span
    having
        max(last_day) <> cast($as_of as date)
        or cast($period_start as date) is not null
        or cast($period_end as date) is not null
),

-- a join with no kinds reads no steps
kinds_now as (
    select path_step_kinds.kind_key
    from path_step_kinds
    cross join counted_now
)

select
    path_due_steps.kind_key,
    path_due_steps.person_key,
    path_due_steps.from_date,
    path_due_steps.last_event_date,
    path_due_steps.step_days,
    case when path_due_steps.sale_amount > 0 then cast(path_due_steps.sale_amount as double) end as sale_value,
    case
        when path_due_steps.reached_date <= cast($as_of as date) then 0
        when path_due_steps.refused_date <= cast($as_of as date) then 1
        else 2
    end as state,
    cast($as_of as date) > case
        when path_due_steps.clock_date <= cast($as_of as date) then path_due_steps.due_date
        else path_due_steps.first_due_date
    end as is_time_over,
    case
        when date_diff('day', path_due_steps.from_date, cast($as_of as date)) < 365 then 0
        when date_diff('day', path_due_steps.from_date, cast($as_of as date)) < 730 then 1
        else 2
    end as age_years
from path_due_steps
inner join kinds_now on path_due_steps.kind_key = kinds_now.kind_key
where
    path_due_steps.from_date <= cast($as_of as date)
    and (cast($period_start as date) is null or path_due_steps.entered_date >= cast($period_start as date))
    and (cast($period_end as date) is null or path_due_steps.entered_date < cast($period_end as date))
