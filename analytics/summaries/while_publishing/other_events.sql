/*
title:   What happened to whom beside the touches
grain:   one row per lead, status, deal opened, presented and closed, contact and order
needs:   touch_rows, leads, deals, deal_states, interactions, customer_days, stages, path_links
returns: person_key, event_date, path, link, is_dated, owner, event_count, deal_amount
assumes: as in path_events, which brings them together with the touches
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

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
    select person_key from touch_rows
    union
    select person_key from leads
    union
    select person_key from deals
    union
    select person_key from interactions
)

select
    person_key,
    cast(created_at as date) as event_date,
    coalesce(path, source) as path,
    'lead_generation' as link,
    true as is_dated,
    owner,
    1 as event_count,
    cast(null as decimal(18, 2)) as deal_amount
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
