/*
title:   Which of these groups people are in together
grain:   one row per sum of the numbers of the groups that somebody is in
needs:   people_groups
uses:    entries, referrals, letter_templates
parts:   numbered_groups
params:  $groups text, a line of group, tab and number (1, 2, 4, 8 ...) for each group
returns: group_sum, person_count
source:  docs/decisions/042
*/
with

summed as (
    select
        person_key,
        cast(sum(group_number) as bigint) as group_sum
    from numbered_groups
    group by person_key
)

select
    group_sum,
    count(*) as person_count
from summed
group by group_sum
order by group_sum
