/*
title:   The groups that segments are made of
grain:   one row per group with somebody in it
needs:   people_groups
uses:    entries, referrals, letter_templates
returns: group_name, person_count
source:  M4, M5, M17, docs/decisions/042
*/
select
    group_name,
    count(*) as person_count
from people_groups
group by group_name
order by group_name
