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
        max(last_day) as now_date,
        cast(max(last_day) - interval 3 month as date) as before_date
    from data_span
),

-- both days from one pass over the purchases and one over the days
bought as (
    select
        purchases.person_key,
        count(*) as now_count,
        count(case when purchases.order_date <= as_of_days.before_date then 1 end) as before_count,
        min(purchases.order_date) as first_date,
        max(purchases.order_date) as now_last_date,
        max(case when purchases.order_date <= as_of_days.before_date then purchases.order_date end) as before_last_date,
        count(case when extract(year from purchases.next_date) > extract(year from purchases.order_date) then 1 end)
            as now_turn_count,
        count(
            case
                when
                    purchases.next_date <= as_of_days.before_date
                    and extract(year from purchases.next_date) > extract(year from purchases.order_date)
                    then 1
            end
        ) as before_turn_count
    from purchases
    cross join as_of_days
    where purchases.order_date <= as_of_days.now_date
    group by purchases.person_key
),

days as (
    select
        customer_days.person_key,
        customer_days.order_date <= as_of_days.before_date as is_before,
        customer_days.order_count,
        customer_days.revenue_amount,
        customer_days.cost_amount
    from customer_days
    cross join as_of_days
    where customer_days.order_date <= as_of_days.now_date
),

earned as (
    select
        person_key,
        sum(order_count) as now_order_count,
        sum(case when is_before then order_count end) as before_order_count,
        sum(revenue_amount) as now_amount,
        sum(case when is_before then revenue_amount end) as before_amount,
        sum(cost_amount) as now_cost_amount,
        sum(case when is_before then cost_amount end) as before_cost_amount,
        count(*) = count(cost_amount) as is_now_cost_known,
        count(case when is_before then 1 end) = count(case when is_before then cost_amount end) as is_before_cost_known
    from days
    group by person_key
),

states as (
    select
        true as is_now,
        as_of_days.now_date as as_of_date,
        bought.person_key,
        bought.now_count as purchase_count,
        bought.first_date as first_order_date,
        bought.now_last_date as last_order_date,
        1 + bought.now_turn_count as year_count,
        earned.now_order_count as order_count,
        earned.now_amount as revenue_amount,
        earned.now_amount - coalesce(earned.now_cost_amount, 0) as profit_amount,
        earned.is_now_cost_known as is_cost_known
    from bought
    inner join earned on bought.person_key = earned.person_key
    cross join as_of_days
    union all
    select
        false,
        as_of_days.before_date,
        bought.person_key,
        bought.before_count,
        bought.first_date,
        bought.before_last_date,
        1 + bought.before_turn_count,
        earned.before_order_count,
        earned.before_amount,
        earned.before_amount - coalesce(earned.before_cost_amount, 0),
        earned.is_before_cost_known
    from bought
    inner join earned on bought.person_key = earned.person_key
    cross join as_of_days
    where bought.before_count > 0
),

buyers as (
    select
        states.*,
        people.industry,
        date_diff('day', states.first_order_date, states.last_order_date) as span_days
    from states
    inner join people on states.person_key = people.person_key
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
    cast(buyers.order_count as bigint) as order_count,
    buyers.year_count,
    buyers.first_order_date,
    buyers.last_order_date,
    date_diff('day', buyers.last_order_date, buyers.as_of_date) as days_since_last_order,
    cast(buyers.revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(buyers.profit_amount as decimal(18, 2)) as profit_amount,
    buyers.is_cost_known,
    (buyers.span_days + 2 * segment_gaps.gap_days) / (buyers.purchase_count + 1) as usual_gap_days
from buyers
inner join segment_gaps
    on buyers.is_now = segment_gaps.is_now and buyers.industry is not distinct from segment_gaps.industry
order by buyers.is_now, buyers.person_key
