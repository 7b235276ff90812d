/*
title:   How many people are how warm, and how they can be reached
grain:   one row per temperature with anybody in it
needs:   temperature_moves
params:  $as_of date; $owner text or null; $path text or null
returns: temperature, person_count, email_count, phone_count, address_count, all_three_count, no_way_count
assumes: those who moved in up to the day less those who moved on
source:  M15, docs/decisions/015
*/
with

chosen as (
    select *
    from temperature_moves
    where
        coalesce(moved_date <= cast($as_of as date), true)
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

changes as (
    select
        temperature,
        person_count,
        has_email,
        has_phone,
        has_address
    from chosen
    where temperature = 'customer' or not is_listed_customer
    union all
    select
        temperature_before,
        -person_count,
        has_email,
        has_phone,
        has_address
    from chosen
    where temperature_before <> 'cold' and not is_listed_customer
)

select
    temperature,
    cast(sum(person_count) as bigint) as person_count,
    cast(sum(case when has_email then person_count else 0 end) as bigint) as email_count,
    cast(sum(case when has_phone then person_count else 0 end) as bigint) as phone_count,
    cast(sum(case when has_address then person_count else 0 end) as bigint) as address_count,
    cast(sum(case when has_email and has_phone and has_address then person_count else 0 end) as bigint)
        as all_three_count,
    cast(sum(case when has_email or has_phone or has_address then 0 else person_count end) as bigint) as no_way_count
from changes
group by temperature
having sum(person_count) > 0
