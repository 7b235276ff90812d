/*
title:   How often each customer orders
grain:   one row per customer with an order
needs:   purchases
returns: person_key, order_day_count, usual_gap_days, business_gap_days
assumes: several orders on one day are one purchase; the usual gap is the customer's own mean gap, drawn toward the
         mean gap of the business as if two gaps of the business stood beside it; of whoever ordered once it is null while
         everybody together has fewer than ten gaps (H1)
source:  empirical Bayes shrinkage of a mean, Efron and Morris (1975); the strength of 2 is our choice,
         docs/decisions/004
*/
with

spans as (
    select
        person_key,
        count(*) as order_day_count,
        date_diff('day', min(order_date), max(order_date)) as span_days
    from purchases
    group by person_key
),

business as (
    select
        cast(sum(span_days) as double) / nullif(sum(order_day_count - 1), 0) as gap_days,
        sum(order_day_count - 1) as gap_count
    from spans
)

select
    spans.person_key,
    spans.order_day_count,
    case
        when spans.order_day_count > 1 or business.gap_count >= 10
            then (spans.span_days + 2 * business.gap_days) / (spans.order_day_count + 1)
    end as usual_gap_days,
    business.gap_days as business_gap_days
from spans
cross join business
order by spans.person_key
