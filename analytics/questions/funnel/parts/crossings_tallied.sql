/*
title:   How many people went from which path to which, as of the last day when the version was published, of any other day now
grain:   one row per earliest path, latest path, outcome and whether there were several
needs:   path_crossings
params:  $owner text or null; $path text or null
parts:   crossed_now, published
returns: earliest_path, latest_path, outcome, is_crossing, person_count
source:  M11, docs/decisions/018
*/
with

tallied as (
    select
        path_crossings.earliest_path,
        path_crossings.latest_path,
        path_crossings.outcome,
        path_crossings.is_crossing,
        path_crossings.person_count
    from path_crossings
    cross join published
    where
        (cast($owner as varchar) is null or path_crossings.owner = cast($owner as varchar))
        and (
            cast($path as varchar) is null
            or path_crossings.earliest_path = cast($path as varchar)
            or path_crossings.latest_path = cast($path as varchar)
        )
    union all
    select
        earliest_path,
        latest_path,
        outcome,
        path_count > 1,
        count(*)
    from crossed_now
    where not exists (select 1 from published)
    group by earliest_path, latest_path, outcome, path_count > 1
)

select
    earliest_path,
    latest_path,
    outcome,
    is_crossing,
    cast(sum(person_count) as bigint) as person_count
from tallied
group by earliest_path, latest_path, outcome, is_crossing
