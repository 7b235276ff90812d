/*
title:   Steps counted, as of the last day when the version was published, of any other day or period now
grain:   one row per kind of step, state, whether its time is over, years since the link before, and days it took
needs:   path_tallies
params:  $as_of date; $period_start date or null; $period_end date or null
parts:   steps_now
returns: kind_key, state, is_time_over, age_years, step_days, person_count, first_from_date, value_count, value_sum,
         value_square_sum
assumes: as path_tallies, so that the same people are counted either way
source:  M11, docs/decisions/010 and 011
*/
select
    kind_key,
    state,
    is_time_over,
    age_years,
    step_days,
    person_count,
    first_from_date,
    value_count,
    value_sum,
    value_square_sum
from path_tallies
where
    as_of_date = cast($as_of as date)
    and cast($period_start as date) is null
    and cast($period_end as date) is null
union all
select
    kind_key,
    state,
    is_time_over,
    age_years,
    case when state = 0 then step_days end,
    count(*),
    min(from_date),
    count(case when state = 0 then sale_value end),
    sum(case when state = 0 then sale_value end),
    sum(case when state = 0 then sale_value * sale_value end)
from steps_now
group by kind_key, state, is_time_over, age_years, case when state = 0 then step_days end
