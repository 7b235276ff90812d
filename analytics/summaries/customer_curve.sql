/*
title:   Customers on the curve of revenue, all time
grain:   one row per customer with an order, best first; beyond 5,000 customers the first 1,000 and then evenly spaced
         ones, so that the curve stays whole
needs:   customer_ranks, people
returns: the columns of customer_ranks, customer_id, name
source:  M1; of a million customers a page reads these few
*/
select
    customer_ranks.*,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name
from customer_ranks
inner join people on customer_ranks.person_key = people.person_key
where
    customer_ranks.customer_count <= 5000
    or customer_ranks.customer_rank <= 1000
    or customer_ranks.customer_rank % cast(floor(customer_ranks.customer_count / 1000.0) as bigint) = 0
    or customer_ranks.customer_rank = customer_ranks.customer_count
order by customer_ranks.customer_rank
