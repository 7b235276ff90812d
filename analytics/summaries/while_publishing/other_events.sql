/*
title:   What happened to whom beside the touches
grain:   one row per lead, status, deal opened, presented and closed, contact and order
needs:   touch_rows, leads, deals, interactions, customer_days
parts:   lead_events, deal_events, contact_events
returns: person_key, event_date, path, link, is_dated, owner, event_count, deal_amount
assumes: as in path_events, which brings them together with the touches
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

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
    event_date,
    path,
    link,
    is_dated,
    owner,
    1 as event_count,
    cast(null as decimal(18, 2)) as deal_amount
from lead_events
union all
select
    person_key,
    event_date,
    null,
    link,
    is_dated,
    owner,
    1,
    deal_amount
from deal_events
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
from contact_events
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
