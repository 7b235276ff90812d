/*
title:   What was done by whom, on which path
grain:   one row per thing done
needs:   path_events, journeys, customer_days
returns: what, happened_date (null where no day is known), path, owner, amount
assumes: an ask is one person on one day, on the person's first path, by whoever wrote it down, else by the person's owner; asks of
         somebody who had bought are for the next sale; new, nurtured, asked and sold stand once per person; an order that
         names no owner is of the person's owner
source:  M14, docs/decisions/014
*/
with

ways as (
    select
        person_key,
        path,
        coalesce(owner, 'nobody named') as owner,
        entered_date,
        nurturing_date,
        ask_date,
        sale_date,
        sale_amount,
        was_customer
    from journeys
    where is_first_path
),

asks as (
    select
        person_key,
        event_date,
        max(owner) as owner
    from path_events
    where link = 'ask' and is_dated
    group by person_key, event_date
)

select
    'new' as what,
    entered_date as happened_date,
    path,
    owner,
    cast(null as decimal(18, 2)) as amount
from ways
where not was_customer
union all
select
    'nurtured',
    nurturing_date,
    path,
    owner,
    null
from ways
where not was_customer
union all
select
    'asked',
    ask_date,
    path,
    owner,
    null
from ways
where not was_customer
union all
select
    'sold',
    sale_date,
    path,
    owner,
    sale_amount
from ways
where not was_customer
union all
select
    case when ways.was_customer or asks.event_date > ways.sale_date then 'customer_ask' else 'ask' end,
    asks.event_date,
    ways.path,
    coalesce(asks.owner, ways.owner),
    null
from asks
inner join ways on asks.person_key = ways.person_key
union all
select
    'order',
    customer_days.order_date,
    null,
    coalesce(customer_days.owner, ways.owner, 'nobody named'),
    customer_days.revenue_amount
from customer_days
left join ways on customer_days.person_key = ways.person_key
