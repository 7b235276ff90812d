/*
title:   Customers who came back, by whether they were referred
grain:   one row per owner (null: everybody) and whether referred
needs:   customer_owners, first_orders
returns: owner, is_referred, customer_count, repeat_count
assumes: came back = ordered on a second day at any time; whoever nothing tells of is left out
source:  M7
*/
select
    customer_owners.owner,
    first_orders.is_referred,
    count(*) as customer_count,
    count(first_orders.second_order_date) as repeat_count
from customer_owners
inner join first_orders on customer_owners.person_key = first_orders.person_key
where first_orders.is_referred is not null
group by customer_owners.owner, first_orders.is_referred
order by customer_owners.owner, first_orders.is_referred
