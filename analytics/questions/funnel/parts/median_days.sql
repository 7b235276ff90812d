/*
title:   The middle day on which each link was taken
grain:   one row per path and link taken by anybody whose days are both on record
needs:   path_step_kinds
params:  $owner text or null; $path text or null
parts:   steps_tallied
returns: path, link, median_days
assumes: of an even number the mean of the two middle days
source:  M11
*/
with

by_day as (
    select
        path_step_kinds.path,
        path_step_kinds.link,
        steps_tallied.step_days,
        sum(sum(steps_tallied.person_count)) over (
            partition by path_step_kinds.path, path_step_kinds.link
            order by steps_tallied.step_days
        ) as up_to_count,
        sum(sum(steps_tallied.person_count)) over (
            partition by path_step_kinds.path, path_step_kinds.link
        ) as timed_count
    from steps_tallied
    inner join path_step_kinds on steps_tallied.kind_key = path_step_kinds.kind_key
    where
        path_step_kinds.link_order > 1
        and steps_tallied.step_days is not null
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
    group by path_step_kinds.path, path_step_kinds.link, steps_tallied.step_days
)

select
    path,
    link,
    cast((
        min(case when up_to_count * 2 >= timed_count then step_days end)
        + min(case when up_to_count * 2 > timed_count then step_days end)
    ) / 2.0 as double) as median_days
from by_day
group by path, link
