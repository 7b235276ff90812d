/*
title:   Customers whom a segment lists
grain:   one row per customer among the first 100 of a segment by revenue
needs:   customer_scores, customer_states, people
returns: person_key, customer_id, name, segment_order, segment, segment_rank, recency_score, frequency_score,
         monetary_score, days_since_last_order, recency_gaps, order_count, revenue_amount, profit_amount, share_above_rate
assumes: as of the last day in the data
source:  M4; of a million customers a page reads these few
*/
select
    customer_scores.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    customer_scores.segment_order,
    customer_scores.segment,
    customer_scores.segment_rank,
    customer_scores.recency_score,
    customer_scores.frequency_score,
    customer_scores.monetary_score,
    customer_states.days_since_last_order,
    customer_scores.recency_gaps,
    customer_states.order_count,
    customer_states.revenue_amount,
    customer_states.profit_amount,
    customer_scores.share_above_rate
from customer_scores
inner join customer_states on customer_states.is_now and customer_scores.person_key = customer_states.person_key
inner join people on customer_scores.person_key = people.person_key
where customer_scores.segment_rank <= 100
order by customer_scores.segment_order, customer_scores.segment_rank, customer_scores.person_key
