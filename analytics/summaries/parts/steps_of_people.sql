/*
title:   How far each person has come, and whether a no came last
grain:   one row per person with an event
needs:   path_events
returns: person_key, ask_count, nurturing_count, last_no_date, last_other_date
source:  docs/decisions/021
*/
select
    person_key,
    max(case when link = 'ask' then 1 else 0 end) as ask_count,
    max(case when link = 'nurturing' then 1 else 0 end) as nurturing_count,
    max(case when link = 'no' then event_date end) as last_no_date,
    max(case when link <> 'no' then event_date end) as last_other_date
from path_events
group by person_key
