/*
title:   What talks and letters add to the ledger of introductions
grain:   one row per customer and of asks, names and names of names
needs:   told_introductions, name_asks, overtaken_introductions, introductions
returns: person_key, names_count, new_count, won_count, asked_won_count, undated_won_count, contacted_count, won_amount, ask_count, letter_count, last_asked_date,
         second_names_count, second_won_count, second_won_amount
assumes: a letter that asked and that no talk followed within a week waits for its answer and counts apart; second generation = whom
         the introduced introduced, where one of the two was written down; whoever was introduced by several counts with the first,
         and is taken off again where the files alone tell of somebody else
source:  M8, docs/decisions/037, 050
*/
select
    referrer_person_key as person_key,
    count(*) as names_count,
    count(case when is_first and not was_customer then 1 end) as new_count,
    count(case when is_first and is_won then 1 end) as won_count,
    count(case when is_first and is_won then 1 end) as asked_won_count,
    0 as undated_won_count,
    count(case when is_contacted then 1 end) as contacted_count,
    sum(case when is_first then won_amount end) as won_amount,
    0 as ask_count,
    0 as letter_count,
    cast(null as date) as last_asked_date,
    0 as second_names_count,
    0 as second_won_count,
    cast(0 as decimal(18, 2)) as second_won_amount
from told_introductions
where is_written
group by referrer_person_key
union all
select
    referrer_person_key,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    count(case when not is_letter then 1 end),
    count(case when is_letter then 1 end),
    max(asked_date),
    0,
    0,
    0
from name_asks
where is_written
group by referrer_person_key
union all
select
    firsts.referrer_person_key,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    null,
    count(*),
    count(case when seconds.is_won then 1 end),
    coalesce(sum(seconds.won_amount), 0)
from told_introductions as firsts
inner join told_introductions as seconds on firsts.referred_person_key = seconds.referrer_person_key
where
    (firsts.is_written or seconds.is_written)
    and firsts.is_first
    and seconds.is_first
    and seconds.referred_person_key <> firsts.referrer_person_key
group by firsts.referrer_person_key
union all
select
    referrer_person_key,
    0,
    -count(case when is_in_ledger and not was_customer then 1 end),
    -count(case when is_won then 1 end),
    -count(case when is_won and is_in_ledger then 1 end),
    -count(case when is_won and not is_dated then 1 end),
    0,
    -coalesce(sum(won_amount), 0),
    0,
    0,
    null,
    0,
    0,
    0
from overtaken_introductions
group by referrer_person_key
union all
select
    firsts.referrer_person_key,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    null,
    -count(*),
    -count(case when seconds.is_won then 1 end),
    -coalesce(sum(seconds.won_amount), 0)
from introductions as firsts
inner join introductions as seconds on firsts.referred_person_key = seconds.referrer_person_key
where
    firsts.is_first
    and seconds.is_first
    and seconds.referred_person_key <> firsts.referrer_person_key
    and (
        firsts.referred_person_key in (select referred_person_key from overtaken_introductions)
        or seconds.referred_person_key in (select referred_person_key from overtaken_introductions)
    )
group by firsts.referrer_person_key
