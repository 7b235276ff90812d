/*
title:   Asks for names, in the files and written down
grain:   one row per customer and day on which they were asked
needs:   referrals, noted_asks
returns: referrer_person_key, asked_date, names_count, is_written, is_letter
assumes: of the list, the day the name was given where no ask is told; of what was written down as in noted_asks
source:  M8, docs/decisions/037, 050
*/
select
    referrer_person_key,
    cast(coalesce(asked_at, given_at) as date) as asked_date,
    count(distinct referred_person_key) as names_count,
    false as is_written,
    false as is_letter
from referrals
where coalesce(asked_at, given_at) is not null
group by referrer_person_key, cast(coalesce(asked_at, given_at) as date)
union all
select
    referrer_person_key,
    asked_date,
    names_count,
    true,
    is_letter
from noted_asks
