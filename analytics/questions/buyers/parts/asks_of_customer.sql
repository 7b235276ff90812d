/*
title:   How often the customer was asked for names, and what came of it
grain:   one row, none where never asked
needs:   referral_ledger, noted_introductions, noted_asks
parts:   chosen_customer
returns: person_key, ask_count, names_count, won_count, won_amount
assumes: of the files, and what was written down here
source:  M8, docs/decisions/037, 050
*/
with

-- of the files, and what was written down here
asking as (
    select
        referral_ledger.person_key,
        referral_ledger.ask_count,
        referral_ledger.names_count,
        referral_ledger.won_count,
        referral_ledger.won_amount
    from chosen_customer
    inner join referral_ledger on chosen_customer.person_key = referral_ledger.person_key
    union all
    select
        noted_introductions.referrer_person_key,
        0,
        1,
        case when noted_introductions.is_won then 1 else 0 end,
        coalesce(noted_introductions.won_amount, 0)
    from chosen_customer
    inner join noted_introductions on chosen_customer.person_key = noted_introductions.referrer_person_key
    union all
    select
        noted_asks.referrer_person_key,
        1,
        0,
        0,
        0
    from chosen_customer
    inner join noted_asks on chosen_customer.person_key = noted_asks.referrer_person_key
)

select
    person_key,
    cast(sum(ask_count) as bigint) as ask_count,
    cast(sum(names_count) as bigint) as names_count,
    cast(sum(won_count) as bigint) as won_count,
    cast(sum(won_amount) as decimal(18, 2)) as won_amount
from asking
group by person_key
