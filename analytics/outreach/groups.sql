/*
title:   The groups that segments are made of
grain:   one row per group with somebody in it
needs:   outreach_groups
uses:    entries, referrals, letter_templates
returns: group_name, person_count
source:  M4, M5, M17, docs/decisions/042
*/
with

asked as (
    select referrer_person_key as person_key
    from referrals
    union
    select person_key
    from entries
    where kind in ('introduced', 'asked_for_names')
    union
    select entries.person_key
    from entries
    inner join letter_templates on entries.value = letter_templates.name
    where entries.kind = 'sent' and letter_templates.purpose = 'referral'
),

-- what was written down makes groups too, such as everybody whom a campaign wrote to
grouped as (
    select
        person_key,
        group_name
    from outreach_groups
    union all
    select
        person_key,
        case kind when 'sent' then 'Written to: ' when 'talked' then 'Talked: ' else 'Gave names: ' end || topic
    from entries
    where kind in ('sent', 'talked', 'introduced') and person_key > 0 and topic <> ''
    group by person_key, kind, topic
)

select
    grouped.group_name,
    count(*) as person_count
from grouped
left join asked on grouped.person_key = asked.person_key
where asked.person_key is null or grouped.group_name <> 'Happy, came back, never asked for a name'
group by grouped.group_name
order by grouped.group_name
