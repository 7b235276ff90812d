/*
title:   Introductions that are the first in the files, where a talk tells of an earlier one
grain:   one row per introduced person whom a talk tells to be introduced earlier
needs:   introductions, noted_introductions
returns: referrer_person_key, referred_person_key, is_in_ledger, was_customer, is_won, is_dated, won_amount
assumes: as in noted_introductions; the sums of publishing hold them, so what is told of now takes them off
source:  M8, docs/decisions/050
*/
select
    introductions.referrer_person_key,
    introductions.referred_person_key,
    introductions.is_in_ledger,
    introductions.was_customer,
    introductions.is_won,
    coalesce(introductions.given_date, introductions.asked_date) is not null as is_dated,
    introductions.won_amount
from introductions
inner join noted_introductions
    on introductions.referred_person_key = noted_introductions.referred_person_key and noted_introductions.is_first
where introductions.is_first
