/*
title:    Customers by segment
question: Who is in each segment, with which scores?
method:   M4, H8
grain:    one row per customer, segment by segment, most revenue first; at most 100 of each segment
needs:    orders
uses:     customers
parts:    customers_of_owner, named_segments
params:   $owner text or null
returns:  person_key, customer_id, name, segment_order, segment, to_do, segment_rank, recency_score, frequency_score,
          monetary_score, days_since_last_order, recency_gaps, order_count, revenue_amount, profit_amount,
          share_above_rate, segment_count, segment_amount, customer_count
listed_of: customer_count
summary:  customer_count
money:    orders
assumes:  as in buyers/rfm; with an owner, those among the first 100 of each segment who ever ordered from them
source:   docs/decisions/031
next_step: Call those whom you cannot lose, largest first.
*/
with

sizes as (
    select
        segment_order,
        customer_count as segment_count,
        revenue_amount as segment_amount,
        cast(sum(customer_count) over () as bigint) as customer_count
    from segment_counts
    where owner is not distinct from cast($owner as varchar)
)

select
    segment_listed.person_key,
    segment_listed.customer_id,
    segment_listed.name,
    segment_listed.segment_order,
    segment_listed.segment,
    named_segments.to_do,
    segment_listed.segment_rank,
    segment_listed.recency_score,
    segment_listed.frequency_score,
    segment_listed.monetary_score,
    segment_listed.days_since_last_order,
    segment_listed.recency_gaps,
    segment_listed.order_count,
    segment_listed.revenue_amount,
    segment_listed.profit_amount,
    segment_listed.share_above_rate,
    sizes.segment_count,
    sizes.segment_amount,
    sizes.customer_count
from segment_listed
inner join sizes on segment_listed.segment_order = sizes.segment_order
inner join named_segments on segment_listed.segment_order = named_segments.segment_order
where
    cast($owner as varchar) is null
    or segment_listed.person_key in (select customers_of_owner.person_key from customers_of_owner)
order by segment_listed.segment_order, segment_listed.segment_rank, segment_listed.person_key
