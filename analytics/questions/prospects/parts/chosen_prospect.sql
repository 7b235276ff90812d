/*
title:   The one prospect that the page is about
grain:   one row, none where nobody has that number
needs:   prospect_numbers
params:  $prospect_id text or null (null: the best opportunity)
returns: person_key
source:  docs/decisions/027
*/
select person_key
from prospect_numbers
where prospect_number = coalesce(cast($prospect_id as varchar), '')
order by person_key
limit 1
