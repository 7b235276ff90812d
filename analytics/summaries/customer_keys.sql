/*
title:   By which key each customer is called
grain:   one row per customer and key, and one without a key for the customer with most revenue
needs:   people, customer_ranks
returns: customer_key, person_key
assumes: a customer is called by the business's own key, who has none by ours; sorted by person_key
source:  docs/decisions/038
*/
with

called as (
    select
        coalesce(people.customer_id, cast(people.person_key as varchar)) as customer_key,
        people.person_key
    from people
    where people.person_key > 0 and people.is_customer
    union all
    select
        '',
        customer_ranks.person_key
    from customer_ranks
    where customer_ranks.customer_rank = 1
)

select
    customer_key,
    person_key
from called
order by person_key, customer_key
