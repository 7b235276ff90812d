/*
title:   What was written to each person, and when last
grain:   one row per person with a letter, a talk or a place among those held out
needs:   entries
params:  $campaign text
returns: person_key, last_written_date, sent_date, held_out_count
source:  docs/decisions/042
*/
select
    person_key,
    max(case when kind in ('sent', 'talked') then cast(written_at as date) end) as last_written_date,
    max(case when kind = 'sent' and topic = $campaign then cast(written_at as date) end) as sent_date,
    max(case when kind = 'held_out' and topic = $campaign then 1 else 0 end) as held_out_count
from entries
where kind in ('sent', 'talked', 'held_out')
group by person_key
