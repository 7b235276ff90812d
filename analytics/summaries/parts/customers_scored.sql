/*
title:   Customers with their three scores
grain:   one row per customer with an order
needs:   customer_states, segment_rules
parts:   value_scores
returns: person_key, revenue_amount, recency_gaps, share_above_rate, recency_score, frequency_score, monetary_score
assumes: whoever got back all they paid stands below everybody
source:  M4, docs/decisions/031
*/
with

lowest as (
    select max(cast(segment as integer)) as monetary_score
    from segment_rules
    where
        attribute = 'monetary_score'
        and coalesce(cast(low_value as double), -1e18) <= 1.0
        and coalesce(cast(high_value as double), 1e18) > 1.0
)

select
    customer_states.person_key,
    customer_states.revenue_amount,
    recencies.measure as recency_gaps,
    coalesce(monies.measure, 1.0) as share_above_rate,
    recencies.score as recency_score,
    frequencies.score as frequency_score,
    coalesce(monies.score, lowest.monetary_score) as monetary_score
from customer_states
cross join lowest
inner join value_scores as recencies
    on recencies.attribute = 'recency_score' and customer_states.days_since_last_order = recencies.seen_value
inner join value_scores as frequencies
    on frequencies.attribute = 'frequency_score' and customer_states.order_count = frequencies.seen_value
left join value_scores as monies
    on monies.attribute = 'monetary_score' and cast(customer_states.revenue_amount as double) = monies.seen_value
where customer_states.is_now
