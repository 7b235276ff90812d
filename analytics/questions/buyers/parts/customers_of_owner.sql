/*
title:   Customers of the chosen owner
grain:   one row per customer and day with an order of theirs
needs:   customer_days
params:  $owner text or null
returns: person_key
assumes: an owner's customers are all who ever ordered from them
plan:    not materialized: who asks for everybody reads nothing of it
source:  docs/decisions/030
*/
select person_key
from customer_days
where owner = cast($owner as varchar)
