/*
title:   Which of these groups people are in together
grain:   one row per sum of the numbers of the groups that somebody is in
needs:   people_groups
uses:    entries, referrals, letter_templates
params:  $groups text, a line of group, tab and number (1, 2, 4, 8 ...) for each group
returns: group_sum, person_count
source:  docs/decisions/042
*/
with

numbered as (
    select
        person_key,
        cast(split_part(split_part($groups, chr(10) || group_name || chr(9), 2), chr(10), 1) as bigint) as group_number
    from people_groups
    where contains($groups, chr(10) || group_name || chr(9))
),

summed as (
    select
        person_key,
        cast(sum(group_number) as bigint) as group_sum
    from numbered
    group by person_key
)

select
    group_sum,
    count(*) as person_count
from summed
group by group_sum
order by group_sum
