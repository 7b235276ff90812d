/*
title:   Usual time for each step
grain:   one row per path and link
needs:   path_steps, data_span, cut_offs
returns: path, link, usual_days, measured_count, measured_on
assumes: usual = the day by which the share usual_time_share (90 %) of those who ever take the step have taken it; from
         the path's own history from 30 who took it on, else from all paths together from 10 on, else the cut-off
         usual_days_<link>; whoever has not taken it is watched until the last day of the data, a no included, so that
         won and lost compete; the tail where fewer than 10 were watched does not count
source:  Kaplan and Meier (1958); with every watch ending on a known day this is the cumulative incidence of
         Fine and Gray (1999); measured once per version, docs/decisions/011
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
),

shares as (
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
),

plateaus as (
    select
        path,
        link,
        max(reached_share) as reached_share
    from shares
    group by path, link
),

measured as (
    select
        shares.path,
        shares.link,
        min(shares.span_days) as usual_days
    from shares
    inner join plateaus on shares.path = plateaus.path and shares.link = plateaus.link
    inner join cut_offs on cut_offs.name = 'usual_time_share'
    where plateaus.reached_share > 0 and shares.reached_share >= plateaus.reached_share * cast(cut_offs.value as double)
    group by shares.path, shares.link
),

counts as (
    select
        path,
        link,
        count(case when is_first_path then step_days end) as measured_count
    from path_steps
    group by path, link
    union all
    select
        '*',
        link,
        count(case when is_first_path then step_days end)
    from path_steps
    group by link
)

select
    counts.path,
    counts.link,
    cast(
        case
            when counts.measured_count >= 30 and own.usual_days is not null then own.usual_days
            when pooled_counts.measured_count >= 10 and pooled.usual_days is not null then pooled.usual_days
            else cut_offs.value
        end as bigint
    ) as usual_days,
    counts.measured_count,
    case
        when counts.measured_count >= 30 and own.usual_days is not null then 'this path'
        when pooled_counts.measured_count >= 10 and pooled.usual_days is not null then 'all paths'
        else 'cut-off'
    end as measured_on
from counts
left join measured as own on counts.path = own.path and counts.link = own.link
left join measured as pooled on pooled.path = '*' and counts.link = pooled.link
left join counts as pooled_counts on pooled_counts.path = '*' and counts.link = pooled_counts.link
left join cut_offs on cut_offs.name = 'usual_days_' || counts.link
where counts.path <> '*'
order by counts.path, counts.link
