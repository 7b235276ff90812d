/*
title:    From path to path
question: Which path do people touch first, which last, and what becomes of them?
method:   M11, H1, H4
grain:    one row per first path, last path and outcome
needs:    leads or touches or deals
uses:     interactions, orders
params:   $owner text or null; $path text or null
returns:  earliest_path, latest_path, outcome, is_crossing, person_count, person_sum, crossing_sum
summary:  person_sum, crossing_sum
people:   funnel/crossing_people
money:    leads
assumes:  as of the last day in the data; who returned to the path they began with has crossed as well; in play = the usual
          time from entry to sale is not over
source:   docs/decisions/018
next_step: Where people cross and buy, lead them across on purpose.
*/
select
    earliest_path,
    latest_path,
    outcome,
    is_crossing,
    cast(sum(person_count) as bigint) as person_count,
    cast(sum(sum(person_count)) over () as bigint) as person_sum,
    cast(sum(sum(case when is_crossing then person_count else 0 end)) over () as bigint) as crossing_sum
from path_crossings
where
    (cast($owner as varchar) is null or owner = cast($owner as varchar))
    and (
        cast($path as varchar) is null
        or earliest_path = cast($path as varchar)
        or latest_path = cast($path as varchar)
    )
group by earliest_path, latest_path, outcome, is_crossing
order by earliest_path, latest_path, outcome, is_crossing
