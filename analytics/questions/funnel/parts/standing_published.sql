/*
title:   Where each person stood on the last day of the data, as published
grain:   one row per person and step at which they stand, none of another day
needs:   path_due_steps, path_step_kinds, data_span
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns: kind_key, person_key, last_event_date, state_order, standing_rank
assumes: any other day is judged in standing_now
plan:    not materialized: the first few are taken and all are counted
source:  M11, docs/decisions/010 and 011
*/
with

as_published as (
    select max(last_day) as last_day
    from data_span
    having max(last_day) = cast($as_of as date)
)

select
    path_due_steps.kind_key,
    path_due_steps.person_key,
    path_due_steps.last_event_date,
    cast(path_due_steps.standing_order as integer) as state_order,
    path_due_steps.standing_rank
from path_due_steps
inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
cross join as_published
where
    path_due_steps.standing_order is not null
    and (cast($period_start as date) is null or path_due_steps.entered_date >= cast($period_start as date))
    and (cast($period_end as date) is null or path_due_steps.entered_date < cast($period_end as date))
    and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
    and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
