/*
title:   Steps on the first path, and when each is due
grain:   one row per person and link that the person could reach next from where they had come
needs:   path_steps, path_step_kinds
returns: kind_key, person_key, entered_date, from_date, clock_date, first_due_date, due_date, reached_date, refused_date,
         step_days, sale_amount, last_event_date
assumes: first_due_date is the day on which the usual time is over when counted from the link before, due_date when
         counted from the latest ask; the time is over from the day after; the most recently active first
source:  M11, H4, docs/decisions/011
*/
select
    path_step_kinds.kind_key,
    path_steps.person_key,
    path_steps.entered_date,
    path_steps.from_date,
    path_steps.clock_date,
    path_steps.from_date + cast(path_step_kinds.usual_days as integer) as first_due_date,
    path_steps.clock_date + cast(path_step_kinds.usual_days as integer) as due_date,
    path_steps.reached_date,
    path_steps.refused_date,
    cast(path_steps.step_days as integer) as step_days,
    path_steps.sale_amount,
    path_steps.last_event_date
from path_steps
inner join path_step_kinds
    on
        path_steps.link_order = path_step_kinds.link_order
        and path_steps.path = path_step_kinds.path
        and path_steps.is_from_recorded = path_step_kinds.is_from_recorded
        and path_steps.is_recorded = path_step_kinds.is_recorded
        and path_steps.is_passed = path_step_kinds.is_passed
        and path_steps.owner is not distinct from path_step_kinds.owner
        and path_steps.fit is not distinct from path_step_kinds.fit
where path_steps.is_first_path
order by path_step_kinds.kind_key asc, path_steps.last_event_date desc, path_steps.person_key asc
