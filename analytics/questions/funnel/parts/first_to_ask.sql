/*
title:   Whom to ask first: people who know us, were not asked and did not say no
grain:   one row
needs:   path_step_kinds, path_due_steps, people
params:  $as_of date; $owner text or null
parts:   steps_tallied
returns: waiting_count, waiting_people
assumes: the ten most recently active, as lines of name, key and day, which the question's Python reads; count null when nobody waits
source:  M14
*/
with

kinds as (
    select kind_key
    from path_step_kinds
    where link = 'ask' and (cast($owner as varchar) is null or owner = cast($owner as varchar))
),

totals as (
    select nullif(cast(sum(steps_tallied.person_count) as bigint), 0) as waiting_count
    from steps_tallied
    inner join kinds on steps_tallied.kind_key = kinds.kind_key
    where steps_tallied.state = 2
),

-- names are read for those ten only
ten_waiting as (
    select
        path_due_steps.person_key,
        path_due_steps.last_event_date
    from path_due_steps
    inner join kinds on path_due_steps.kind_key = kinds.kind_key
    where
        path_due_steps.from_date <= cast($as_of as date)
        and coalesce(path_due_steps.reached_date > cast($as_of as date), true)
        and coalesce(path_due_steps.refused_date > cast($as_of as date), true)
    order by path_due_steps.last_event_date desc, path_due_steps.person_key asc
    limit 10
),

named as (
    select
        string_agg(
            people.name || chr(31) || coalesce(people.lead_id, people.customer_id, cast(people.person_key as varchar))
            || chr(31) || cast(ten_waiting.last_event_date as varchar),
            chr(30) order by ten_waiting.last_event_date desc, ten_waiting.person_key asc
        ) as waiting_people
    from ten_waiting
    inner join people on ten_waiting.person_key = people.person_key
)

select
    totals.waiting_count,
    named.waiting_people
from totals
cross join named
