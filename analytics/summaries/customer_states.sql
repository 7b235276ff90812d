/*
title:   What was known of each customer on the last day of the data, and a quarter before
grain:   one row per customer and of the two days
needs:   people
parts:   states_of_days
returns: is_now, as_of_date, person_key, purchase_count, order_count, year_count, first_order_date, last_order_date,
         days_since_last_order, revenue_amount, profit_amount, is_cost_known, usual_gap_days
assumes: made from the orders up to that day alone; several orders on one day are one purchase; an order of several days
         counts once; profit is revenue where the cost is unknown; the usual gap is the customer's own mean gap, drawn toward that of their industry (30 gaps or
         more, else of everybody) as if two such gaps stood beside it; of whoever ordered once it is null while everybody
         together has fewer than ten gaps (H1)
source:  M5; empirical Bayes shrinkage of a mean, Efron and Morris (1975); docs/decisions/030
*/
with

buyers as (
    select
        states_of_days.*,
        people.industry,
        date_diff('day', states_of_days.first_order_date, states_of_days.last_order_date) as span_days
    from states_of_days
    inner join people on states_of_days.person_key = people.person_key
),

industry_gaps as (
    select
        is_now,
        industry,
        sum(span_days) as span_days,
        sum(purchase_count - 1) as gap_count
    from buyers
    group by is_now, industry
),

business_gaps as (
    select
        is_now,
        cast(sum(span_days) as double) / nullif(sum(gap_count), 0) as gap_days,
        sum(gap_count) as gap_count
    from industry_gaps
    group by is_now
),

segment_gaps as (
    select
        industry_gaps.is_now,
        industry_gaps.industry,
        case
            when industry_gaps.gap_count >= 30 and industry_gaps.industry is not null
                then cast(industry_gaps.span_days as double) / industry_gaps.gap_count
            else business_gaps.gap_days
        end as gap_days,
        business_gaps.gap_count >= 10 as is_usual
    from industry_gaps
    inner join business_gaps on industry_gaps.is_now = business_gaps.is_now
)

select
    buyers.is_now,
    buyers.as_of_date,
    buyers.person_key,
    buyers.purchase_count,
    cast(buyers.order_count as bigint) as order_count,
    buyers.year_count,
    buyers.first_order_date,
    buyers.last_order_date,
    date_diff('day', buyers.last_order_date, buyers.as_of_date) as days_since_last_order,
    cast(buyers.revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(buyers.profit_amount as decimal(18, 2)) as profit_amount,
    buyers.is_cost_known,
    case
        when buyers.purchase_count > 1 or segment_gaps.is_usual
            then (buyers.span_days + 2 * segment_gaps.gap_days) / (buyers.purchase_count + 1)
    end as usual_gap_days
from buyers
inner join segment_gaps
    on buyers.is_now = segment_gaps.is_now and buyers.industry is not distinct from segment_gaps.industry
order by buyers.is_now, buyers.person_key
