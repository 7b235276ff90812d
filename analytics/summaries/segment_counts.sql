/*
title:   Customers and their money by segment
grain:   one row per owner (null: everybody) and segment with a customer in it
needs:   customer_owners, customer_scores, customer_states
returns: owner, segment_order, customer_count, one_order_count, revenue_amount, profit_amount, median_gap_days
assumes: as of the last day in the data; an owner's customers are all who ever ordered from them
source:  M4, docs/decisions/031
*/
select
    customer_owners.owner,
    customer_scores.segment_order,
    count(*) as customer_count,
    count(case when customer_states.order_count <= 1 then 1 end) as one_order_count,
    cast(sum(customer_states.revenue_amount) as decimal(18, 2)) as revenue_amount,
    cast(sum(customer_states.profit_amount) as decimal(18, 2)) as profit_amount,
    max(customer_scores.median_gap_days) as median_gap_days
from customer_owners
inner join customer_scores on customer_owners.person_key = customer_scores.person_key
inner join customer_states
    on customer_states.is_now and customer_owners.person_key = customer_states.person_key
group by customer_owners.owner, customer_scores.segment_order
order by customer_owners.owner, customer_scores.segment_order
