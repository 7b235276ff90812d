/*
title:   The groups that segments are made of
grain:   one row per group with somebody in it
needs:   outreach_groups
uses:    entries
returns: group_name, person_count
source:  M4, M5, M17, docs/decisions/042
*/
with

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
    group_name,
    count(*) as person_count
from grouped
group by group_name
order by group_name
