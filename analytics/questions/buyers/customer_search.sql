/*
title:   Find a customer
question: Which customers have this in their name, number or e-mail?
method:   H8
grain:    one row per customer found, most revenue first; at most 50; without anything to look for, those with most revenue
needs:    orders or customers
params:   $search text or null
returns:  person_key, customer_id, name, email, city, order_count, revenue_amount, last_order_date
assumes:  upper and lower case are the same; customers without an order come last
source:   looked up; docs/decisions/038
next_step: Choose one to see everything that is on file about them.
*/
with

best as (
    select person_key
    from customer_ranks
    where customer_rank <= 50 and cast($search as varchar) is null
),

matching as (
    select person_key
    from people
    where
        person_key > 0
        and is_customer
        and cast($search as varchar) is not null
        and (
            lower(coalesce(name, '')) like '%' || lower(cast($search as varchar)) || '%'
            or lower(coalesce(company, '')) like '%' || lower(cast($search as varchar)) || '%'
            or lower(coalesce(customer_id, '')) like '%' || lower(cast($search as varchar)) || '%'
            or lower(coalesce(email, '')) like '%' || lower(cast($search as varchar)) || '%'
        )
),

found as (
    select person_key
    from best
    union
    select person_key
    from matching
)

select
    found.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    people.email,
    people.city,
    customer_ranks.order_count,
    customer_ranks.revenue_amount,
    customer_ranks.last_order_date
from found
inner join people on found.person_key = people.person_key
left join customer_ranks on found.person_key = customer_ranks.person_key
order by customer_ranks.revenue_amount desc nulls last, found.person_key asc
limit 50
