/*
title:   Steps counted as of the last day
grain:   one row per kind of step, state, whether its time is over, years since the link before, and days it took
needs:   path_due_steps, data_span
returns: as_of_date, kind_key, state, is_time_over, age_years, step_days, person_count, first_from_date, value_count,
         value_sum, value_square_sum
assumes: state 0 reached, 1 refused, 2 neither; age_years 0 under a year, 1 under two, 2 older; step_days only of those
         who reached it; what most people ask first is counted once, another day or a period is counted when asked
source:  M11, docs/decisions/010 and 011
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

steps as (
    select
        spans.last_day as as_of_date,
        path_due_steps.kind_key,
        path_due_steps.from_date,
        path_due_steps.step_days,
        case when path_due_steps.sale_amount > 0 then cast(path_due_steps.sale_amount as double) end as sale_value,
        path_due_steps.state,
        path_due_steps.is_time_over,
        case
            when date_diff('day', path_due_steps.from_date, spans.last_day) < 365 then 0
            when date_diff('day', path_due_steps.from_date, spans.last_day) < 730 then 1
            else 2
        end as age_years
    from path_due_steps
    cross join spans
    where path_due_steps.state is not null
)

select
    as_of_date,
    kind_key,
    state,
    is_time_over,
    age_years,
    case when state = 0 then step_days end as step_days,
    count(*) as person_count,
    min(from_date) as first_from_date,
    count(case when state = 0 then sale_value end) as value_count,
    sum(case when state = 0 then sale_value end) as value_sum,
    sum(case when state = 0 then sale_value * sale_value end) as value_square_sum
from steps
group by as_of_date, kind_key, state, is_time_over, age_years, case when state = 0 then step_days end
order by kind_key asc, state asc, is_time_over asc, age_years asc, step_days asc
