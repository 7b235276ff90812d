/*
title:   The one customer that the page is about
grain:   one row, none where nobody has that key
needs:   customer_keys
params:  $customer_id text or null (null: the customer with most revenue)
returns: person_key
source:  docs/decisions/038
*/
select person_key
from customer_keys
where customer_key = coalesce(cast($customer_id as varchar), '')
order by person_key
limit 1
