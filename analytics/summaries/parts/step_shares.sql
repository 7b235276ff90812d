/*
title:   Share of those who could take a step who had taken it, by day
grain:   one row per path (* for all), link and day on which a watch ended
needs:   path_steps, data_span
returns: path, link, span_days, reached_share
assumes: whoever has not taken it is watched until the last day of the data; the tail where fewer than 10 were watched does not count
source:  Kaplan and Meier (1958), docs/decisions/011
*/
with

last_days as (
    select max(last_day) as last_day
    from data_span
),

spans as (
    select
        path_steps.path,
        path_steps.link,
        coalesce(path_steps.step_days, date_diff('day', path_steps.from_date, last_days.last_day)) as span_days,
        case when path_steps.reached_date is null then 0 else 1 end as reached_count
    from path_steps
    cross join last_days
    where
        path_steps.is_first_path
        and path_steps.is_from_recorded
        and (path_steps.reached_date is null or path_steps.step_days is not null)
),

days as (
    select
        path,
        link,
        span_days,
        count(*) as person_count,
        sum(reached_count) as reached_count
    from spans
    group by path, link, span_days
    union all
    select
        '*',
        link,
        span_days,
        count(*),
        sum(reached_count)
    from spans
    group by link, span_days
),

watched as (
    select
        path,
        link,
        span_days,
        reached_count,
        sum(person_count) over (partition by path, link order by span_days desc) as watched_count
    from days
)

select
    path,
    link,
    span_days,
    -- when all who were still watched took the step, nobody is left: almost 0, because 0 has no logarithm
    1 - exp(
        sum(ln(greatest(1 - cast(reached_count as double) / watched_count, 1e-9)))
            over (partition by path, link order by span_days)
    ) as reached_share
from watched
where watched_count >= 10
