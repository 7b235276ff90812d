/*
title:   How often the customer was asked for names, and what came of it
grain:   one row, none where never asked
needs:   referral_ledger, noted_introductions, noted_asks, overtaken_introductions
parts:   chosen_customer
returns: person_key, ask_count, letter_count, names_count, won_count, won_amount
assumes: of the files, and what was written down here; a letter that asked and that no talk followed within a week waits for its
         answer and counts apart, as in the ledger
source:  M8, docs/decisions/037, 050
*/
with

asking as (
    select
        referral_ledger.person_key,
        referral_ledger.ask_count,
        0 as letter_count,
        referral_ledger.names_count,
        referral_ledger.won_count,
        referral_ledger.won_amount
    from chosen_customer
    inner join referral_ledger on chosen_customer.person_key = referral_ledger.person_key
    union all
    select
        noted_introductions.referrer_person_key,
        0,
        0,
        1,
        case when noted_introductions.is_first and noted_introductions.is_won then 1 else 0 end,
        case when noted_introductions.is_first then coalesce(noted_introductions.won_amount, 0) else 0 end
    from chosen_customer
    inner join noted_introductions on chosen_customer.person_key = noted_introductions.referrer_person_key
    union all
    select
        overtaken_introductions.referrer_person_key,
        0,
        0,
        0,
        case when overtaken_introductions.is_won then -1 else 0 end,
        -coalesce(overtaken_introductions.won_amount, 0)
    from chosen_customer
    inner join overtaken_introductions on chosen_customer.person_key = overtaken_introductions.referrer_person_key
    union all
    select
        noted_asks.referrer_person_key,
        case when noted_asks.is_letter then 0 else 1 end,
        case when noted_asks.is_letter then 1 else 0 end,
        0,
        0,
        0
    from chosen_customer
    inner join noted_asks on chosen_customer.person_key = noted_asks.referrer_person_key
)

select
    person_key,
    cast(sum(ask_count) as bigint) as ask_count,
    cast(sum(letter_count) as bigint) as letter_count,
    cast(sum(names_count) as bigint) as names_count,
    cast(sum(won_count) as bigint) as won_count,
    cast(sum(won_amount) as decimal(18, 2)) as won_amount
from asking
group by person_key
