/*
title:   What happened to whom, on which path
grain:   one row per person, day, path, link and whether the day is known
needs:   touch_rows, other_events
parts:   linked_kinds, event_steps
returns: person_key, event_date, path, link, is_dated, owner, event_count, deal_amount
assumes: a lead is lead generation on the day it came in, on its path, else under its source; a deal is an ask from the
         day it was opened or presented; a contact is nurturing unless path_links says otherwise, and one that ended in
         an order or a no is also a sale or a no; an order with money in it is a sale, of
         somebody of whom more is known than orders: orders alone are no journey; a status and a deal without a
         closing day say what happened but not when; spellings of a path that differ in case or spaces are one path
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

kind_steps as (
    select
        linked_kinds.kind_key,
        event_steps.step_key
    from linked_kinds
    inner join event_steps
        on
            lower(trim(linked_kinds.path)) = event_steps.path_spelling
            and linked_kinds.link is not distinct from event_steps.link
            and event_steps.is_dated
),

events as (
    select
        touch_rows.person_key,
        touch_rows.touched_date as event_date,
        kind_steps.step_key,
        touch_rows.owner,
        1 as event_count,
        cast(null as decimal(18, 2)) as deal_amount
    from touch_rows
    inner join kind_steps on touch_rows.kind_key = kind_steps.kind_key
    union all
    select
        other_events.person_key,
        other_events.event_date,
        event_steps.step_key,
        other_events.owner,
        other_events.event_count,
        other_events.deal_amount
    from other_events
    inner join event_steps
        on
            lower(trim(other_events.path)) is not distinct from event_steps.path_spelling
            and other_events.link is not distinct from event_steps.link
            and other_events.is_dated = event_steps.is_dated
),

daily as (
    select
        person_key,
        event_date,
        step_key,
        max(owner) as owner,
        sum(event_count) as event_count,
        max(deal_amount) as deal_amount
    from events
    where person_key is not null and event_date is not null
    group by person_key, event_date, step_key
)

select
    daily.person_key,
    daily.event_date,
    event_steps.path,
    event_steps.link,
    event_steps.is_dated,
    daily.owner,
    daily.event_count,
    daily.deal_amount
from daily
inner join event_steps on daily.step_key = event_steps.step_key
order by daily.person_key, daily.event_date, daily.step_key
