/*
title:   Who introduced whom, by everything that tells of it
grain:   one row per introducing customer and introduced person
needs:   referrals, leads, customers, people
returns: referrer_person_key, referred_person_key, asked_date, given_date, is_in_ledger, is_origin
assumes: is_origin = the own row among the customers says who sent them
source:  M8, docs/decisions/037
*/
with

told as (
    select
        referrer_person_key,
        referred_person_key,
        cast(asked_at as date) as asked_date,
        cast(given_at as date) as given_date,
        true as is_in_ledger,
        false as is_origin
    from referrals
    union all
    select
        people.person_key as referrer_person_key,
        leads.person_key as referred_person_key,
        cast(null as date),
        cast(leads.created_at as date),
        false,
        false
    from leads
    inner join people on leads.referred_by_customer_id = people.customer_id
    union all
    select
        people.person_key as referrer_person_key,
        customers.person_key as referred_person_key,
        cast(null as date),
        customers.created_date,
        false,
        true
    from customers
    inner join people on customers.referred_by_customer_id = people.customer_id
)

select
    referrer_person_key,
    referred_person_key,
    min(asked_date) as asked_date,
    min(given_date) as given_date,
    max(case when is_in_ledger then 1 else 0 end) = 1 as is_in_ledger,
    max(case when is_origin then 1 else 0 end) = 1 as is_origin
from told
where referrer_person_key > 0 and referred_person_key > 0 and referrer_person_key <> referred_person_key
group by referrer_person_key, referred_person_key
