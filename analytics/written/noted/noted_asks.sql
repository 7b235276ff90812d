/*
title:   Asks for names that are written down and that no file tells of
grain:   one row per customer and day on which they were asked
needs:   referrals, entries, letter_templates, noted_introductions
returns: referrer_person_key, asked_date, names_count, is_letter
assumes: an ask or a name in a talk, or a letter of purpose referral; one without a new name counts in the list alone when that
         tells of an ask of the same customer within seven days of it; a letter does not count when a talk asked within the seven
         days after it; is_letter = asked in writing only, which waits for its answer
source:  M8, docs/decisions/037, 050
*/
with

listed as (
    select
        referrer_person_key,
        cast(coalesce(asked_at, given_at) as date) as asked_date
    from referrals
    where coalesce(asked_at, given_at) is not null
),

written as (
    select
        person_key,
        asked_date,
        min(is_letter) as is_letter
    from (
        select
            person_key,
            cast(written_at as date) as asked_date,
            0 as is_letter
        from entries
        where kind in ('introduced', 'asked_for_names') and person_key > 0
        union all
        select
            entries.person_key,
            cast(entries.written_at as date),
            1
        from entries
        inner join letter_templates on entries.value = letter_templates.name
        where entries.kind = 'sent' and letter_templates.purpose = 'referral' and entries.person_key > 0
    ) as told
    group by person_key, asked_date
),

given as (
    select
        referrer_person_key,
        given_date,
        count(*) as names_count
    from noted_introductions
    group by referrer_person_key, given_date
),

near as (
    select
        written.person_key,
        written.asked_date
    from written
    inner join listed on written.person_key = listed.referrer_person_key
    where abs(date_diff('day', written.asked_date, listed.asked_date)) <= 7
    group by written.person_key, written.asked_date
),

-- the talk that a letter announces asks once more for the same names
announced as (
    select
        letters.person_key,
        letters.asked_date
    from written as letters
    inner join written as talks on letters.person_key = talks.person_key
    where
        letters.is_letter = 1
        and talks.is_letter = 0
        and date_diff('day', letters.asked_date, talks.asked_date) >= 1
        and date_diff('day', letters.asked_date, talks.asked_date) <= 7
    group by letters.person_key, letters.asked_date
)

select
    written.person_key as referrer_person_key,
    written.asked_date,
    coalesce(given.names_count, 0) as names_count,
    written.is_letter = 1 as is_letter
from written
left join given on written.person_key = given.referrer_person_key and written.asked_date = given.given_date
left join near on written.person_key = near.person_key and written.asked_date = near.asked_date
left join announced on written.person_key = announced.person_key and written.asked_date = announced.asked_date
where (near.person_key is null or given.names_count > 0) and announced.person_key is null
