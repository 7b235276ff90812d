/*
title:   The vital few
grain:   one row per customer of the vital few
needs:   customer_ranks, customer_shares
parts:   customers_of_owner
params:  $owner text or null
returns: customer_rank, person_key, revenue_amount, order_count, last_order_date
assumes: with an owner, those of the vital few of all customers who ever ordered from them
source:  M1
*/
select
    customer_ranks.customer_rank,
    customer_ranks.person_key,
    customer_ranks.revenue_amount,
    customer_ranks.order_count,
    customer_ranks.last_order_date
from customer_ranks
inner join customer_shares on customer_ranks.customer_rank <= customer_shares.vital_few_count
where
    cast($owner as varchar) is null
    or customer_ranks.person_key in (select customers_of_owner.person_key from customers_of_owner)
