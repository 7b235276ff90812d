/*
title:   Who introduced whom, and what became of it
grain:   one row per introducing customer and introduced person
needs:   referrals, leads, customers, people, path_events, customer_totals, first_orders
returns: referrer_person_key, referred_person_key, asked_date, given_date, is_in_ledger, is_contacted, is_won, won_amount
assumes: from the list of introductions, and from leads and customers that name who referred them (is_in_ledger is false where
         only they do); contacted = a talk, an ask or a sale is on file; won = ordered; won_amount is all their revenue so
         far, net; nobody introduces themselves; a row that names nobody counts nowhere
source:  M8, docs/decisions/037
*/
with

told as (
    select
        referrer_person_key,
        referred_person_key,
        cast(asked_at as date) as asked_date,
        cast(given_at as date) as given_date,
        true as is_in_ledger
    from referrals
    union all
    select
        people.person_key as referrer_person_key,
        leads.person_key as referred_person_key,
        cast(null as date),
        cast(leads.created_at as date),
        false
    from leads
    inner join people on leads.referred_by_customer_id = people.customer_id
    union all
    select
        people.person_key as referrer_person_key,
        customers.person_key as referred_person_key,
        cast(null as date),
        customers.created_date,
        false
    from customers
    inner join people on customers.referred_by_customer_id = people.customer_id
),

pairs as (
    select
        referrer_person_key,
        referred_person_key,
        min(asked_date) as asked_date,
        min(given_date) as given_date,
        max(case when is_in_ledger then 1 else 0 end) = 1 as is_in_ledger
    from told
    where referrer_person_key > 0 and referred_person_key > 0 and referrer_person_key <> referred_person_key
    group by referrer_person_key, referred_person_key
),

contacted as (
    select path_events.person_key
    from path_events
    inner join pairs on path_events.person_key = pairs.referred_person_key
    where path_events.link in ('nurturing', 'ask', 'sale', 'no')
    group by path_events.person_key
)

select
    pairs.referrer_person_key,
    pairs.referred_person_key,
    pairs.asked_date,
    pairs.given_date,
    pairs.is_in_ledger,
    contacted.person_key is not null or first_orders.person_key is not null as is_contacted,
    first_orders.person_key is not null as is_won,
    cast(case when first_orders.person_key is not null then customer_totals.revenue_amount end as decimal(18, 2))
        as won_amount
from pairs
left join contacted on pairs.referred_person_key = contacted.person_key
left join first_orders on pairs.referred_person_key = first_orders.person_key
left join customer_totals on pairs.referred_person_key = customer_totals.person_key
order by pairs.referrer_person_key, pairs.referred_person_key
