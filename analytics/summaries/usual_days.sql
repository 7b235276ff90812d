/*
title:   Usual time for each step
grain:   one row per path and link
needs:   path_steps, cut_offs
parts:   step_shares
returns: path, link, usual_days, measured_count, measured_on
assumes: usual = the day by which the share usual_time_share (90 %) of those who ever take the step have taken it; from
         the path's own history from 30 who took it on, else from all paths together from 10 on, else the cut-off
         usual_days_<link>; whoever has not taken it is watched until the last day of the data, a no included, so that
         won and lost compete; the tail where fewer than 10 were watched does not count
source:  Kaplan and Meier (1958); with every watch ending on a known day this is the cumulative incidence of
         Fine and Gray (1999); measured once per version, docs/decisions/011
*/
with

plateaus as (
    select
        path,
        link,
        max(reached_share) as reached_share
    from step_shares
    group by path, link
),

measured as (
    select
        step_shares.path,
        step_shares.link,
        min(step_shares.span_days) as usual_days
    from step_shares
    inner join plateaus on step_shares.path = plateaus.path and step_shares.link = plateaus.link
    inner join cut_offs on cut_offs.name = 'usual_time_share'
    where plateaus.reached_share > 0 and step_shares.reached_share >= plateaus.reached_share * cast(cut_offs.value as double)
    group by step_shares.path, step_shares.link
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
