/*
title:   How often each customer orders
grain:   one row per customer with an order
needs:   customer_days
returns: person_key, order_day_count, usual_gap_days, business_gap_days
assumes: several orders on one day are one purchase; the usual gap is the customer's own mean gap, drawn toward the
         mean gap of the business as if two gaps of the business stood beside it; null when nobody ever came back
source:  empirical Bayes shrinkage of a mean, Efron and Morris (1975); the strength of 2 is our choice,
         docs/decisions/004
*/
with

purchases as (
    select
        person_key,
        count(distinct order_date) as order_day_count,
        date_diff('day', min(order_date), max(order_date)) as span_days
    from customer_days
    where order_count > 0
    group by person_key
),

business as (
    select cast(sum(span_days) as double) / nullif(sum(order_day_count - 1), 0) as gap_days
    from purchases
)

select
    purchases.person_key,
    purchases.order_day_count,
    (purchases.span_days + 2 * business.gap_days) / (purchases.order_day_count + 1) as usual_gap_days,
    business.gap_days as business_gap_days
from purchases
cross join business
order by purchases.person_key
