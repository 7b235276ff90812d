/*
title:   People by the path they touched first and the one they touched last, and what became of them
grain:   one row per person on a path
needs:   path_ways
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns: person_key, earliest_path, latest_path, path_count, owner, outcome, entered_date, last_event_date
assumes: the period is that in which people first came in; in play = the usual time from entry to sale of the own path is
         not over; a path filter leaves those who touched it first or last
source:  M11, docs/decisions/018
*/
select
    person_key,
    earliest_path,
    path as latest_path,
    place as path_count,
    person_owner as owner,
    case
        when person_sale_date <= cast($as_of as date) then 'sold'
        when person_refused_date <= cast($as_of as date) then 'refused'
        when date_diff('day', person_entered_date, cast($as_of as date)) <= person_usual_days then 'in_play'
        else 'left'
    end as outcome,
    person_entered_date as entered_date,
    person_last_event_date as last_event_date
from path_ways
where
    entered_date <= cast($as_of as date)
    and coalesce(next_entered_date > cast($as_of as date), true)
    and (cast($period_start as date) is null or person_entered_date >= cast($period_start as date))
    and (cast($period_end as date) is null or person_entered_date < cast($period_end as date))
    and (cast($owner as varchar) is null or person_owner = cast($owner as varchar))
    and (
        cast($path as varchar) is null
        or earliest_path = cast($path as varchar)
        or path = cast($path as varchar)
    )
