/*
title:   Whom to call first: those who did not take a step though its usual time is over
grain:   one row per path and link; of each up to ten, who never said no before who did, the most recently active first
needs:   path_step_kinds, path_waiting, people
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null
parts:   steps_now
returns: path, link, waiting_people
assumes: people as lines of name, key, refused or left, and day, which the question's Python reads
source:  M12, docs/decisions/010
*/
with

kinds as (
    select
        kind_key,
        path,
        link
    from path_step_kinds
    where link_order > 1 and (cast($owner as varchar) is null or owner = cast($owner as varchar))
),

placed_now as (
    select
        kinds.path,
        kinds.link,
        steps_now.person_key,
        steps_now.last_event_date,
        steps_now.state = 1 as is_refused,
        row_number() over (
            partition by kinds.path, kinds.link
            order by steps_now.state = 1 asc, steps_now.last_event_date desc, steps_now.person_key asc
        ) as place
    from steps_now
    inner join kinds on steps_now.kind_key = kinds.kind_key
    where steps_now.state = 1 or (steps_now.state = 2 and steps_now.is_time_over)
),

-- of a path's own ten the first ten are picked once it is judged
waiting as (
    select
        kinds.path,
        kinds.link,
        path_waiting.person_key,
        path_waiting.name,
        path_waiting.person_ref,
        path_waiting.last_event_date,
        path_waiting.is_refused
    from path_waiting
    inner join kinds on path_waiting.kind_key = kinds.kind_key
    where
        path_waiting.as_of_date = cast($as_of as date)
        and cast($period_start as date) is null
        and cast($period_end as date) is null
    union all
    select
        placed_now.path,
        placed_now.link,
        placed_now.person_key,
        people.name,
        coalesce(people.lead_id, people.customer_id, cast(people.person_key as varchar)),
        placed_now.last_event_date,
        placed_now.is_refused
    from placed_now
    inner join people on placed_now.person_key = people.person_key
    where placed_now.place <= 10
)

select
    path,
    link,
    string_agg(
        name || chr(31) || person_ref || chr(31) || case when is_refused then 'refused' else 'left' end
        || chr(31) || cast(last_event_date as varchar),
        chr(30) order by is_refused asc, last_event_date desc, person_key asc
    ) as waiting_people
from waiting
group by path, link
