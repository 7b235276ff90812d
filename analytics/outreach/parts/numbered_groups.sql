/*
title:   People in the groups of a rule, each group with its number
grain:   one row per person and group of the rule
needs:   people_groups
params:  $groups text, a line of group, tab and number (1, 2, 4, 8 ...) for each group of the rule
returns: person_key, group_number
source:  docs/decisions/042
*/
select
    person_key,
    cast(split_part(split_part($groups, chr(10) || group_name || chr(9), 2), chr(10), 1) as bigint) as group_number
from people_groups
where contains($groups, chr(10) || group_name || chr(9))
