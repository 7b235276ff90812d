/*
title:   What was done in each week, by path and owner
grain:   one row per week, path and owner with anything in it; path null for orders
needs:   path_events, journeys, customer_days
returns: week_start, path, owner, new_count, nurtured_count, asked_count, ask_count, sold_count, customer_ask_count,
         first_sale_amount, revenue_amount
assumes: weeks begin on Monday; an ask is one person on one day, on the person's first path, by whoever wrote it down,
         else by the person's owner; asks of somebody who had bought are for the next sale and counted apart; new,
         nurtured, asked and sold count each person once; steps without a day are in no week; an order that names no
         owner is of the person's owner, as its first sale is
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
),

happened as (
    select
        cast(date_trunc('week', entered_date) as date) as week_start,
        path,
        owner,
        1 as new_count,
        0 as nurtured_count,
        0 as asked_count,
        0 as ask_count,
        0 as sold_count,
        0 as customer_ask_count,
        cast(null as decimal(18, 2)) as first_sale_amount,
        cast(null as decimal(18, 2)) as revenue_amount
    from ways
    where not was_customer
    union all
    select
        cast(date_trunc('week', nurturing_date) as date),
        path,
        owner,
        0,
        1,
        0,
        0,
        0,
        0,
        null,
        null
    from ways
    where not was_customer and nurturing_date is not null
    union all
    select
        cast(date_trunc('week', ask_date) as date),
        path,
        owner,
        0,
        0,
        1,
        0,
        0,
        0,
        null,
        null
    from ways
    where not was_customer and ask_date is not null
    union all
    select
        cast(date_trunc('week', sale_date) as date),
        path,
        owner,
        0,
        0,
        0,
        0,
        1,
        0,
        sale_amount,
        null
    from ways
    where not was_customer and sale_date is not null
    union all
    select
        cast(date_trunc('week', asks.event_date) as date),
        ways.path,
        coalesce(asks.owner, ways.owner),
        0,
        0,
        0,
        case when ways.was_customer or coalesce(asks.event_date > ways.sale_date, false) then 0 else 1 end,
        0,
        case when ways.was_customer or coalesce(asks.event_date > ways.sale_date, false) then 1 else 0 end,
        null,
        null
    from asks
    inner join ways on asks.person_key = ways.person_key
    union all
    select
        cast(date_trunc('week', customer_days.order_date) as date),
        null,
        coalesce(customer_days.owner, ways.owner, 'nobody named'),
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        customer_days.revenue_amount
    from customer_days
    left join ways on customer_days.person_key = ways.person_key
)

select
    week_start,
    path,
    owner,
    cast(sum(new_count) as bigint) as new_count,
    cast(sum(nurtured_count) as bigint) as nurtured_count,
    cast(sum(asked_count) as bigint) as asked_count,
    cast(sum(ask_count) as bigint) as ask_count,
    cast(sum(sold_count) as bigint) as sold_count,
    cast(sum(customer_ask_count) as bigint) as customer_ask_count,
    cast(sum(first_sale_amount) as decimal(18, 2)) as first_sale_amount,
    cast(sum(revenue_amount) as decimal(18, 2)) as revenue_amount
from happened
group by week_start, path, owner
order by week_start, path, owner
