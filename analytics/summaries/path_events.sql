/*
title:   What happened to whom, on which path
grain:   one row per person, day, path, link and whether the day is known
needs:   touches, leads, deals, deal_states, interactions, customer_days, stages, path_links
returns: person_key, event_date, path, link, is_dated, owner, event_count, deal_amount
assumes: a lead is lead generation on the day it came in, on its path, else under its source; a deal is an ask from the
         day it was opened or presented; a contact is nurturing unless path_links says otherwise, and one that ended in
         an order or a no is also a sale or a no; an order with money in it is a sale, of
         somebody of whom more is known than orders: orders alone are no journey; a status and a deal without a
         closing day say what happened but not when; spellings of a path that differ in case or spaces are one path
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

linked_touches as (
    select
        touches.person_key,
        cast(touches.happened_at as date) as event_date,
        lower(trim(touches.path)) as path_spelling,
        touches.path,
        case
            when lower(trim(touches.link)) in ('lead_generation', 'nurturing', 'ask', 'sale', 'no')
                then lower(trim(touches.link))
            else coalesce(own_links.link, any_links.link)
        end as link,
        touches.owner
    from touches
    left join path_links as own_links
        on
            lower(trim(touches.path)) = lower(own_links.path)
            and lower(trim(touches.action)) = lower(own_links.action)
    left join path_links as any_links
        on any_links.path = '*' and lower(trim(touches.action)) = lower(any_links.action)
),

-- first, so that what follows works on one row per person and day instead of one per touch
daily_touches as (
    select
        person_key,
        event_date,
        min(path) as path,
        path_spelling,
        link,
        max(owner) as owner,
        count(*) as event_count
    from linked_touches
    group by person_key, event_date, path_spelling, link
),

known_statuses as (
    select
        leads.person_key,
        cast(leads.created_at as date) as event_date,
        coalesce(leads.path, leads.source) as path,
        leads.owner,
        case
            when stages.is_won or path_links.link = 'sale' then 'sale'
            when stages.is_lost or path_links.link = 'no' then 'lost'
            else path_links.link
        end as link
    from leads
    left join stages on lower(trim(leads.status)) = lower(stages.stage_name)
    left join path_links on path_links.path = '*' and lower(trim(leads.status)) = lower(path_links.action)
),

known_contacts as (
    select
        interactions.person_key,
        cast(interactions.happened_at as date) as event_date,
        interactions.owner,
        coalesce(path_links.link, 'nurturing') as link,
        lower(interactions.outcome) as outcome
    from interactions
    left join path_links on path_links.path = '*' and lower(trim(interactions.kind)) = lower(path_links.action)
),

known_people as (
    select person_key from daily_touches
    union
    select person_key from leads
    union
    select person_key from deals
    union
    select person_key from interactions
),

events as (
    select
        person_key,
        event_date,
        path,
        link,
        true as is_dated,
        owner,
        event_count,
        cast(null as decimal(18, 2)) as deal_amount
    from daily_touches
    union all
    select
        person_key,
        cast(created_at as date),
        coalesce(path, source),
        'lead_generation',
        true,
        owner,
        1,
        null
    from leads
    union all
    select
        person_key,
        event_date,
        path,
        link,
        false,
        owner,
        1,
        null
    from known_statuses
    where link is not null
    union all
    select
        person_key,
        coalesce(opened_date, closed_date),
        null,
        'ask',
        opened_date is not null,
        owner,
        1,
        null
    from deal_states
    union all
    select
        person_key,
        cast(presentation_at as date),
        null,
        'ask',
        true,
        owner,
        1,
        null
    from deals
    where presentation_at is not null
    union all
    select
        person_key,
        coalesce(closed_date, opened_date),
        null,
        case when is_won then 'sale' else 'no' end,
        closed_date is not null,
        owner,
        1,
        case when is_won then amount end
    from deal_states
    where is_won or is_lost
    union all
    select
        person_key,
        event_date,
        null,
        link,
        true,
        owner,
        1,
        null
    from known_contacts
    union all
    select
        person_key,
        event_date,
        null,
        case when outcome = 'order' then 'sale' else 'no' end,
        true,
        owner,
        1,
        null
    from known_contacts
    where outcome in ('order', 'no_sale')
    union all
    select
        customer_days.person_key,
        customer_days.order_date,
        null,
        'sale',
        true,
        customer_days.owner,
        customer_days.order_count,
        null
    from customer_days
    inner join known_people on customer_days.person_key = known_people.person_key
    -- what was given back stands beside what was paid: a refund on the day of an order does not undo it
    where customer_days.order_count > 0 and customer_days.revenue_amount > 0
),

path_names as (
    select
        lower(trim(path)) as path_spelling,
        min(trim(path)) as path
    from events
    group by lower(trim(path))
)

select
    events.person_key,
    events.event_date,
    path_names.path,
    events.link,
    events.is_dated,
    max(events.owner) as owner,
    sum(events.event_count) as event_count,
    max(events.deal_amount) as deal_amount
from events
left join path_names on lower(trim(events.path)) = path_names.path_spelling
where events.person_key is not null and events.event_date is not null
group by events.person_key, events.event_date, path_names.path, events.link, events.is_dated
order by events.person_key, events.event_date, path_names.path, events.link, events.is_dated
