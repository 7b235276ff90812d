/*
title:   Whom to call first as of the last day
grain:   one row per kind of step and one of its first ten people who did not take it though its time is over
needs:   path_due_steps, people, data_span
returns: as_of_date, kind_key, person_key, name, person_ref, last_event_date, is_refused
assumes: those who never said no come before those who did, the most recently active first; as in path_tallies
source:  M12, docs/decisions/010
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

waiting as (
    select
        spans.last_day as as_of_date,
        path_due_steps.kind_key,
        path_due_steps.person_key,
        path_due_steps.last_event_date,
        path_due_steps.state = 1 as is_refused
    from path_due_steps
    cross join spans
    where path_due_steps.state = 1 or (path_due_steps.state = 2 and path_due_steps.is_time_over)
),

placed as (
    select
        *,
        row_number() over (
            partition by kind_key
            order by is_refused asc, last_event_date desc, person_key asc
        ) as place
    from waiting
)

-- the names too: reading the names of everybody for a few dozen takes longer than the rest of the question
select
    placed.as_of_date,
    placed.kind_key,
    placed.person_key,
    people.name,
    coalesce(people.lead_id, people.customer_id, cast(people.person_key as varchar)) as person_ref,
    placed.last_event_date,
    placed.is_refused
from placed
inner join people on placed.person_key = people.person_key
where placed.place <= 10
order by placed.kind_key asc, placed.place asc
