/*
title:   Days that each link took, counted
grain:   one row per path and link with a step of which both days are on record
needs:   path_step_kinds
params:  $owner text or null
parts:   steps_tallied
returns: path, link, day_counts
assumes: only of people whose time is over: quick young ones alone would make every path look quick; day_counts as
         days:people, in one line, which the question's Python reads
source:  M12, docs/decisions/017
*/
with

counted as (
    select
        path_step_kinds.path,
        path_step_kinds.link,
        steps_tallied.step_days,
        cast(sum(steps_tallied.person_count) as bigint) as person_count
    from steps_tallied
    inner join path_step_kinds on steps_tallied.kind_key = path_step_kinds.kind_key
    where
        path_step_kinds.is_from_recorded
        and steps_tallied.is_time_over
        and steps_tallied.step_days is not null
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
    group by path_step_kinds.path, path_step_kinds.link, steps_tallied.step_days
)

select
    path,
    link,
    string_agg(cast(step_days as varchar) || ':' || cast(person_count as varchar), ' ' order by step_days) as day_counts
from counted
group by path, link
