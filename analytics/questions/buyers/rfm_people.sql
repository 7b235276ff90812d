/*
title:    Customers by segment
question: Who is in each segment, with which scores?
method:   M4, H8
grain:    one row per customer, segment by segment, most revenue first; at most 100 of each segment
needs:    orders
uses:     customers
params:   $owner text or null
returns:  person_key, customer_id, name, segment_order, segment, to_do, segment_rank, recency_score, frequency_score,
          monetary_score, days_since_last_order, recency_gaps, order_count, revenue_amount, profit_amount,
          share_above_rate, segment_count, customer_count
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
        count(*) as segment_count,
        -- how many customers an owner has is not counted here
        case when cast($owner as varchar) is null then cast(sum(count(*)) over () as bigint) end as customer_count
    from customer_scores
    group by segment_order
),

advice as (
    select
        segment_order,
        min(to_do) as to_do
    from segment_rules
    where attribute = 'segment_recency'
    group by segment_order
)

select
    customer_scores.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    customer_scores.segment_order,
    customer_scores.segment,
    advice.to_do,
    customer_scores.segment_rank,
    customer_scores.recency_score,
    customer_scores.frequency_score,
    customer_scores.monetary_score,
    customer_states.days_since_last_order,
    customer_scores.recency_gaps,
    customer_states.order_count,
    customer_states.revenue_amount,
    customer_states.profit_amount,
    customer_scores.share_above_rate,
    sizes.segment_count,
    sizes.customer_count
from customer_scores
inner join sizes on customer_scores.segment_order = sizes.segment_order
inner join advice on customer_scores.segment_order = advice.segment_order
inner join customer_states on customer_states.is_now and customer_scores.person_key = customer_states.person_key
inner join people on customer_scores.person_key = people.person_key
where
    customer_scores.segment_rank <= 100
    and (
        cast($owner as varchar) is null
        or customer_scores.person_key in (
            select customer_days.person_key
            from customer_days
            where customer_days.owner = cast($owner as varchar)
        )
    )
order by customer_scores.segment_order, customer_scores.segment_rank, customer_scores.person_key
