/*
title:    From path to path
question: Which path do people touch first, which last, and what becomes of them?
method:   M11, H1, H4
grain:    one row per first path, last path and outcome
needs:    leads or touches or deals
uses:     interactions, orders
parts:    published, crossed_now, crossings_tallied
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  earliest_path, latest_path, outcome, is_crossing, person_count, person_sum, crossing_sum
summary:  person_sum, crossing_sum
people:   funnel/crossing_people
money:    leads
assumes:  the period is that in which people first came in; who returned to the path they began with has crossed as well; in play = the usual
          time from entry to sale is not over
source:   docs/decisions/018
next_step: Where people cross and buy, lead them across on purpose.
*/
select
    earliest_path,
    latest_path,
    outcome,
    is_crossing,
    person_count,
    cast(sum(person_count) over () as bigint) as person_sum,
    cast(sum(case when is_crossing then person_count else 0 end) over () as bigint) as crossing_sum
from crossings_tallied
order by earliest_path, latest_path, outcome, is_crossing
