/*
title:   What all customers are expected to order in the next 12 months
grain:   one row per owner (null: everybody)
needs:   customer_owners, customer_lifetimes, lifetime_verdict
returns: owner, customer_count, known_count, total_orders, total_amount, total_variance
assumes: total_variance adds up orders that come or not, and orders of the same customer that differ in value
source:  M6, docs/decisions/034
*/
select
    customer_owners.owner,
    count(*) as customer_count,
    count(customer_lifetimes.clv_amount) as known_count,
    sum(customer_lifetimes.next_year_orders) as total_orders,
    cast(sum(customer_lifetimes.clv_amount) as decimal(18, 2)) as total_amount,
    sum(
        cast(customer_lifetimes.expected_order_amount as double)
        * cast(customer_lifetimes.expected_order_amount as double)
        * (customer_lifetimes.order_variance + customer_lifetimes.next_year_orders / coalesce(lifetime_verdict.p, 1.0))
    ) as total_variance
from customer_owners
inner join customer_lifetimes on customer_owners.person_key = customer_lifetimes.person_key
cross join lifetime_verdict
group by customer_owners.owner
order by customer_owners.owner
