/*
title:   Introductions of the files, and those written down in talks
grain:   one row per introducing customer and introduced person
needs:   introductions, noted_introductions, overtaken_introductions
returns: referrer_person_key, referred_person_key, referred_name, asked_date, given_date, is_in_ledger, is_contacted,
         was_customer, is_first, is_won, won_amount, is_written
assumes: as in introductions and noted_introductions
source:  M8, docs/decisions/050
*/
select
    introductions.referrer_person_key,
    introductions.referred_person_key,
    cast(null as varchar) as referred_name,
    introductions.asked_date,
    introductions.given_date,
    introductions.is_in_ledger,
    introductions.is_contacted,
    introductions.was_customer,
    introductions.is_first and overtaken_introductions.referred_person_key is null as is_first,
    introductions.is_won,
    introductions.won_amount,
    false as is_written
from introductions
left join overtaken_introductions
    on introductions.referred_person_key = overtaken_introductions.referred_person_key
union all
select
    referrer_person_key,
    referred_person_key,
    referred_name,
    cast(null as date),
    given_date,
    true,
    is_contacted,
    was_customer,
    is_first,
    is_won,
    won_amount,
    true
from noted_introductions
