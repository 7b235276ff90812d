/*
title:   The score of each recency, number of orders and revenue that occurs
grain:   one row per attribute and value: far fewer than there are customers
needs:   customer_states, segment_rules
parts:   median_gaps
returns: attribute, seen_value (days since the last order, orders, money), measure (median gaps, orders, the share of the revenue
         given by those who gave strictly more), score
assumes: whoever got back all they paid has no share and is not here
source:  M4, docs/decisions/031
*/
with

revenues as (
    select
        revenue_amount,
        cast(revenue_amount as double) * count(*) as given_amount
    from customer_states
    where is_now and revenue_amount > 0
    group by revenue_amount
),

measures as (
    select
        'recency_score' as attribute,
        cast(customer_states.days_since_last_order as double) as seen_value,
        customer_states.days_since_last_order / cast(median_gaps.gap_days as double) as measure
    from customer_states
    cross join median_gaps
    where customer_states.is_now
    group by customer_states.days_since_last_order, median_gaps.gap_days
    union all
    select
        'frequency_score',
        cast(order_count as double),
        cast(order_count as double)
    from customer_states
    where is_now
    group by order_count
    union all
    select
        'monetary_score',
        cast(revenue_amount as double),
        (
            sum(given_amount) over (order by revenue_amount desc rows between unbounded preceding and current row)
            - given_amount
        ) / nullif(sum(given_amount) over (), 0)
    from revenues
)

select
    measures.attribute,
    measures.seen_value,
    measures.measure,
    cast(segment_rules.segment as integer) as score
from measures
inner join segment_rules
    on
        measures.attribute = segment_rules.attribute
        and measures.measure >= coalesce(cast(segment_rules.low_value as double), -1e18)
        and measures.measure < coalesce(cast(segment_rules.high_value as double), 1e18)
