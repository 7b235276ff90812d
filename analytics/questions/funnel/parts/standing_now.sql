/*
title:   Where everybody stood on a day that is not the last one
grain:   one row per person: the step not taken yet, or the last one; none on the last day, which path_due_steps holds judged
needs:   data_span, path_step_kinds, path_due_steps
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns: kind_key, person_key, last_event_date, state_order
assumes: state_order as standing_order of path_due_steps
source:  M11, H4, docs/decisions/011
*/
with

judged_now as (
    select max(last_day) as last_day
    from data_span
    having max(last_day) <> cast($as_of as date)
),

-- a join with no kinds reads no steps
kinds as (
    select
        path_step_kinds.kind_key,
        path_step_kinds.link,
        case
            when path_step_kinds.link = 'nurturing' then 2
            when path_step_kinds.link = 'ask' then 1
            when path_step_kinds.from_link = 'ask' then 3
            else 5
        end as over_order
    from path_step_kinds
    cross join judged_now
    where
        path_step_kinds.link_order > 1
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
)

select
    path_due_steps.kind_key,
    path_due_steps.person_key,
    path_due_steps.last_event_date,
    case
        when path_due_steps.reached_date <= cast($as_of as date) then 7
        when path_due_steps.refused_date <= cast($as_of as date) then 6
        when
            cast($as_of as date) > case
                when path_due_steps.clock_date <= cast($as_of as date) then path_due_steps.due_date
                else path_due_steps.first_due_date
            end
            then kinds.over_order
        else 4
    end as state_order
from path_due_steps
inner join kinds on path_due_steps.kind_key = kinds.kind_key
where
    path_due_steps.from_date <= cast($as_of as date)
    and (kinds.link = 'sale' or coalesce(path_due_steps.reached_date > cast($as_of as date), true))
    and (cast($period_start as date) is null or path_due_steps.entered_date >= cast($period_start as date))
    and (cast($period_end as date) is null or path_due_steps.entered_date < cast($period_end as date))
