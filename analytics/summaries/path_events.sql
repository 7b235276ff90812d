/*
title:   What happened to whom, on which path
grain:   one row per person, day, path, link and whether the day is known
needs:   touch_rows, touch_kinds, other_events, path_links
returns: person_key, event_date, path, link, is_dated, owner, event_count, deal_amount
assumes: a lead is lead generation on the day it came in, on its path, else under its source; a deal is an ask from the
         day it was opened or presented; a contact is nurturing unless path_links says otherwise, and one that ended in
         an order or a no is also a sale or a no; an order with money in it is a sale, of
         somebody of whom more is known than orders: orders alone are no journey; a status and a deal without a
         closing day say what happened but not when; spellings of a path that differ in case or spaces are one path
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

-- what a kind of touch is, is asked once and not of every touch
linked_kinds as (
    select
        touch_kinds.kind_key,
        touch_kinds.path,
        case
            when lower(trim(touch_kinds.link)) in ('lead_generation', 'nurturing', 'ask', 'sale', 'no')
                then lower(trim(touch_kinds.link))
            else coalesce(own_links.link, any_links.link)
        end as link
    from touch_kinds
    left join path_links as own_links
        on
            lower(trim(touch_kinds.path)) = lower(own_links.path)
            and lower(trim(touch_kinds.action)) = lower(own_links.action)
    left join path_links as any_links
        on any_links.path = '*' and lower(trim(touch_kinds.action)) = lower(any_links.action)
),

path_names as (
    select
        lower(trim(path)) as path_spelling,
        min(trim(path)) as path
    from (
        select path from linked_kinds
        union all
        select path from other_events
    ) as written_paths
    group by lower(trim(path))
),

-- whole numbers stand for path, link and whether the day is known while ten million events are brought together
step_spellings as (
    select
        lower(trim(path)) as path_spelling,
        link,
        true as is_dated
    from linked_kinds
    union
    select
        lower(trim(path)),
        link,
        is_dated
    from other_events
),

steps as (
    select
        step_spellings.path_spelling,
        path_names.path,
        step_spellings.link,
        step_spellings.is_dated,
        row_number() over (order by path_names.path, step_spellings.link, step_spellings.is_dated) as step_key
    from step_spellings
    left join path_names on step_spellings.path_spelling = path_names.path_spelling
),

kind_steps as (
    select
        linked_kinds.kind_key,
        steps.step_key
    from linked_kinds
    inner join steps
        on
            lower(trim(linked_kinds.path)) = steps.path_spelling
            and linked_kinds.link is not distinct from steps.link
            and steps.is_dated
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
        steps.step_key,
        other_events.owner,
        other_events.event_count,
        other_events.deal_amount
    from other_events
    inner join steps
        on
            lower(trim(other_events.path)) is not distinct from steps.path_spelling
            and other_events.link is not distinct from steps.link
            and other_events.is_dated = steps.is_dated
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
    steps.path,
    steps.link,
    steps.is_dated,
    daily.owner,
    daily.event_count,
    daily.deal_amount
from daily
inner join steps on daily.step_key = steps.step_key
order by daily.person_key, daily.event_date, daily.step_key
