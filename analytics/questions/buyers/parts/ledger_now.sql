/*
title:   The ledger of introductions with what was written down since
grain:   one row per customer who was asked or introduced somebody
needs:   referral_ledger
parts:   ledger_of_talks, customers_of_owner
params:  $owner text or null
returns: person_key, ask_count, letter_count, last_asked_date, asked_names_count, new_names_count, asked_won_count, names_count,
         contacted_count, won_count, undated_won_count, won_amount, second_names_count, second_won_count, second_won_amount
source:  M8, docs/decisions/037, 050
*/
with

everything as (
    select
        person_key,
        ask_count,
        0 as letter_count,
        last_asked_date,
        asked_names_count,
        new_names_count,
        asked_won_count,
        names_count,
        contacted_count,
        won_count,
        undated_won_count,
        won_amount,
        second_names_count,
        second_won_count,
        second_won_amount
    from referral_ledger
    union all
    select
        person_key,
        ask_count,
        letter_count,
        last_asked_date,
        names_count as asked_names_count,
        new_count as new_names_count,
        asked_won_count,
        names_count,
        contacted_count,
        won_count,
        undated_won_count,
        coalesce(won_amount, 0),
        second_names_count,
        second_won_count,
        second_won_amount
    from ledger_of_talks
)

select
    person_key,
    cast(sum(ask_count) as bigint) as ask_count,
    cast(sum(letter_count) as bigint) as letter_count,
    max(last_asked_date) as last_asked_date,
    cast(sum(asked_names_count) as bigint) as asked_names_count,
    cast(sum(new_names_count) as bigint) as new_names_count,
    cast(sum(asked_won_count) as bigint) as asked_won_count,
    cast(sum(names_count) as bigint) as names_count,
    cast(sum(contacted_count) as bigint) as contacted_count,
    cast(sum(won_count) as bigint) as won_count,
    cast(sum(undated_won_count) as bigint) as undated_won_count,
    cast(sum(won_amount) as decimal(18, 2)) as won_amount,
    cast(sum(second_names_count) as bigint) as second_names_count,
    cast(sum(second_won_count) as bigint) as second_won_count,
    cast(sum(second_won_amount) as decimal(18, 2)) as second_won_amount
from everything
where
    cast($owner as varchar) is null
    or person_key in (select customers_of_owner.person_key from customers_of_owner)
group by person_key
