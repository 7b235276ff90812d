/*
title:   What was known of each customer on the last day of the data, and a quarter before
grain:   one row per customer and of the two days
needs:   purchases, customer_days, people, data_span
returns: is_now, as_of_date, person_key, purchase_count, order_count, year_count, first_order_date, last_order_date,
         days_since_last_order, revenue_amount, profit_amount, is_cost_known, usual_gap_days
assumes: made from the orders up to that day alone; several orders on one day are one purchase; profit is revenue where the
         cost is unknown; the usual gap is the customer's own mean gap, drawn toward that of their industry (30 gaps or
         more, else of everybody) as if two such gaps stood beside it; null while nobody ever came back
source:  M5; empirical Bayes shrinkage of a mean, Efron and Morris (1975); docs/decisions/030
*/
with

as_of_days as (
    select
        true as is_now,
        max(last_day) as as_of_date
    from data_span
    union all
    select
        false,
        cast(max(last_day) - interval 3 month as date)
    from data_span
),

bought as (
    select
        as_of_days.is_now,
        as_of_days.as_of_date,
        purchases.person_key,
        count(*) as purchase_count,
        min(purchases.order_date) as first_order_date,
        max(purchases.order_date) as last_order_date,
        1 + count(
            case
                when
                    purchases.next_date <= as_of_days.as_of_date
                    and extract(year from purchases.next_date) > extract(year from purchases.order_date)
                    then 1
            end
        ) as year_count
    from purchases
    inner join as_of_days on purchases.order_date <= as_of_days.as_of_date
    group by as_of_days.is_now, as_of_days.as_of_date, purchases.person_key
),

earned as (
    select
        as_of_days.is_now,
        customer_days.person_key,
        sum(customer_days.order_count) as order_count,
        sum(customer_days.revenue_amount) as revenue_amount,
        sum(customer_days.revenue_amount) - coalesce(sum(customer_days.cost_amount), 0) as profit_amount,
        count(*) = count(customer_days.cost_amount) as is_cost_known
    from customer_days
    inner join as_of_days on customer_days.order_date <= as_of_days.as_of_date
    group by as_of_days.is_now, customer_days.person_key
),

buyers as (
    select
        bought.*,
        people.industry,
        date_diff('day', bought.first_order_date, bought.last_order_date) as span_days
    from bought
    inner join people on bought.person_key = people.person_key
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
        cast(sum(span_days) as double) / nullif(sum(gap_count), 0) as gap_days
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
        end as gap_days
    from industry_gaps
    inner join business_gaps on industry_gaps.is_now = business_gaps.is_now
)

select
    buyers.is_now,
    buyers.as_of_date,
    buyers.person_key,
    buyers.purchase_count,
    cast(earned.order_count as bigint) as order_count,
    buyers.year_count,
    buyers.first_order_date,
    buyers.last_order_date,
    date_diff('day', buyers.last_order_date, buyers.as_of_date) as days_since_last_order,
    cast(earned.revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(earned.profit_amount as decimal(18, 2)) as profit_amount,
    earned.is_cost_known,
    (buyers.span_days + 2 * segment_gaps.gap_days) / (buyers.purchase_count + 1) as usual_gap_days
from buyers
inner join earned on buyers.is_now = earned.is_now and buyers.person_key = earned.person_key
inner join segment_gaps
    on buyers.is_now = segment_gaps.is_now and buyers.industry is not distinct from segment_gaps.industry
order by buyers.is_now, buyers.person_key
