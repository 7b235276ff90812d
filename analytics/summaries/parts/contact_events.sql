/*
title:   What happened in contacts, as steps of a path
grain:   one row per contact, and one more for an order or a no in it
needs:   interactions, path_links
returns: person_key, event_date, link, owner
assumes: a contact is nurturing unless path_links says otherwise, and one that ended in an order or a no is also a sale or a no
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

known_contacts as (
    select
        interactions.person_key,
        cast(interactions.happened_at as date) as event_date,
        interactions.owner,
        coalesce(path_links.link, 'nurturing') as link,
        lower(interactions.outcome) as outcome
    from interactions
    left join path_links on path_links.path = '*' and lower(trim(interactions.kind)) = lower(path_links.action)
)

select
    person_key,
    event_date,
    link,
    owner
from known_contacts
union all
select
    person_key,
    event_date,
    case when outcome = 'order' then 'sale' else 'no' end,
    owner
from known_contacts
where outcome in ('order', 'no_sale')
