/*
title:   Who unsubscribed
grain:   one row per person
needs:   leads, touch_rows, touch_kinds
params:  $goodbye pattern, lower case
returns: person_key
source:  docs/decisions/043
*/
select leads.person_key
from leads
where regexp_matches(lower(trim(leads.status)), $goodbye)
union
select touch_rows.person_key
from touch_rows
inner join touch_kinds on touch_rows.kind_key = touch_kinds.kind_key
where regexp_matches(lower(trim(touch_kinds.action)), $goodbye)
