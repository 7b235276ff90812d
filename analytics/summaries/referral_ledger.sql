/*
title:   What each introducing customer's introductions brought
grain:   one row per customer who was asked for names or introduced somebody
needs:   introductions, referrals
returns: person_key, ask_count, last_asked_date, asked_names_count, new_names_count, asked_won_count, names_count, contacted_count,
         won_count, undated_won_count, won_amount, second_names_count, second_won_count, second_won_amount
assumes: an ask is one day on which a customer was asked, the day the name was given where no ask is written down; names
         are people, of whom asked_names_count stand in the list of introductions: of the others only those are known who came;
         new = not a customer before, nor introduced by somebody else earlier; whoever was introduced by several is won by the first,
         as in the tree; the second generation is whom the introduced people introduced, without the customer themselves
source:  M8, docs/decisions/037
*/
with

asks as (
    select
        referrer_person_key,
        count(distinct cast(coalesce(asked_at, given_at) as date)) as ask_count,
        max(cast(coalesce(asked_at, given_at) as date)) as last_asked_date
    from referrals
    where referrer_person_key > 0
    group by referrer_person_key
),

firsts as (
    select
        referrer_person_key,
        count(*) as names_count,
        count(case when is_in_ledger then 1 end) as asked_names_count,
        count(case when is_in_ledger and is_first and not was_customer then 1 end) as new_names_count,
        count(case when is_in_ledger and is_first and is_won then 1 end) as asked_won_count,
        count(case when is_contacted then 1 end) as contacted_count,
        count(case when is_first and is_won then 1 end) as won_count,
        count(case when is_first and is_won and given_date is null and asked_date is null then 1 end) as undated_won_count,
        sum(case when is_first then won_amount end) as won_amount
    from introductions
    group by referrer_person_key
),

seconds as (
    select
        introductions.referrer_person_key,
        count(*) as second_names_count,
        count(case when second_introductions.is_won then 1 end) as second_won_count,
        sum(second_introductions.won_amount) as second_won_amount
    from introductions
    inner join introductions as second_introductions
        on introductions.referred_person_key = second_introductions.referrer_person_key
    where
        introductions.is_first
        and second_introductions.is_first
        and second_introductions.referred_person_key <> introductions.referrer_person_key
    group by introductions.referrer_person_key
),

everybody as (
    select referrer_person_key
    from asks
    union
    select referrer_person_key
    from firsts
)

select
    everybody.referrer_person_key as person_key,
    coalesce(asks.ask_count, 0) as ask_count,
    asks.last_asked_date,
    coalesce(firsts.asked_names_count, 0) as asked_names_count,
    coalesce(firsts.new_names_count, 0) as new_names_count,
    coalesce(firsts.asked_won_count, 0) as asked_won_count,
    coalesce(firsts.names_count, 0) as names_count,
    coalesce(firsts.contacted_count, 0) as contacted_count,
    coalesce(firsts.won_count, 0) as won_count,
    coalesce(firsts.undated_won_count, 0) as undated_won_count,
    cast(coalesce(firsts.won_amount, 0) as decimal(18, 2)) as won_amount,
    coalesce(seconds.second_names_count, 0) as second_names_count,
    coalesce(seconds.second_won_count, 0) as second_won_count,
    cast(coalesce(seconds.second_won_amount, 0) as decimal(18, 2)) as second_won_amount
from everybody
left join asks on everybody.referrer_person_key = asks.referrer_person_key
left join firsts on everybody.referrer_person_key = firsts.referrer_person_key
left join seconds on everybody.referrer_person_key = seconds.referrer_person_key
order by person_key
