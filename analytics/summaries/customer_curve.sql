/*
title:   Customers on the curve of revenue, all time
grain:   one row per customer of curve_in_order, best first
needs:   people
parts:   curve_in_order
returns: the columns of customer_ranks, customer_id, name
source:  M1; of a million customers a page reads these few
*/
select
    curve_in_order.*,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name
from curve_in_order
inner join people on curve_in_order.person_key = people.person_key
order by curve_in_order.customer_rank
