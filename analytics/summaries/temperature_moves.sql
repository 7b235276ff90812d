/*
title:   How many people became warm, leads and customers, by day
grain:   one row per day, path, owner, move and which contact details are known; no day for customers who are only listed
needs:   person_temperatures
returns: moved_date, path, owner, temperature_before, temperature, is_listed_customer, has_email, has_phone, has_address,
         person_count
assumes: who is how warm on any day are those who moved in by then less those who moved on; a customer who is only listed
         is one on any day, whatever came before
source:  M15, docs/decisions/015
*/
with

moves as (
    select
        warm_date as moved_date,
        'cold' as temperature_before,
        'warm' as temperature,
        *
    from person_temperatures
    where warm_date is not null
    union all
    select
        lead_date,
        case when warm_date is not null then 'warm' else 'cold' end,
        'lead',
        *
    from person_temperatures
    where lead_date is not null
    union all
    select
        customer_date,
        case when lead_date is not null then 'lead' when warm_date is not null then 'warm' else 'cold' end,
        'customer',
        *
    from person_temperatures
    where customer_date is not null or is_listed_customer
)

select
    moved_date,
    path,
    owner,
    temperature_before,
    temperature,
    is_listed_customer,
    has_email,
    has_phone,
    has_address,
    count(*) as person_count
from moves
group by moved_date, path, owner, temperature_before, temperature, is_listed_customer, has_email, has_phone, has_address
order by moved_date, path, owner, temperature_before, temperature, is_listed_customer, has_email, has_phone, has_address
