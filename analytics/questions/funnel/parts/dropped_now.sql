/*
title:   Those who did not take a step though its usual time is over
grain:   one row per person and link not taken; the first 2,000, the most recently active first
needs:   path_step_kinds, path_due_steps
params:  $owner text or null; $path text or null
parts:   steps_now, published
returns: kind_key, person_key, from_date, last_event_date, is_refused
source:  M12, docs/decisions/016
*/
with

-- a join with no kinds reads no steps
kinds_published as (
    select path_step_kinds.*
    from path_step_kinds
    cross join published
),

steps as (
    select
        path_due_steps.kind_key,
        path_due_steps.person_key,
        path_due_steps.from_date,
        path_due_steps.last_event_date,
        path_due_steps.state = 1 as is_refused
    from path_due_steps
    inner join kinds_published on path_due_steps.kind_key = kinds_published.kind_key
    where path_due_steps.state = 1 or (path_due_steps.state = 2 and path_due_steps.is_time_over)
    union all
    select
        kind_key,
        person_key,
        from_date,
        last_event_date,
        state = 1
    from steps_now
    where state = 1 or (state = 2 and is_time_over)
)

select steps.*
from steps
inner join path_step_kinds on steps.kind_key = path_step_kinds.kind_key
where
    path_step_kinds.link_order > 1
    and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
    and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
order by steps.last_event_date desc, steps.person_key asc
limit 2000
