/*
title:   What was known of each customer on the last day of the data, and a quarter before
grain:   one row per customer and of the two days
needs:   purchases, customer_days, customer_totals, order_rows, repeated_orders, people, data_span
returns: is_now, as_of_date, person_key, purchase_count, order_count, year_count, first_order_date, last_order_date,
         days_since_last_order, revenue_amount, profit_amount, is_cost_known, usual_gap_days
assumes: made from the orders up to that day alone; several orders on one day are one purchase; an order of several days
         counts once; profit is revenue where the cost is unknown; the usual gap is the customer's own mean gap, drawn toward that of their industry (30 gaps or
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

firsts as (
    select
        person_key,
        min(order_date) as first_order_date,
        count(case when extract(year from next_date) > extract(year from order_date) then 1 end) as turn_count
    from purchases
    group by person_key
),

-- what is of the last quarter is taken off again, because that is a small part of all
later_turns as (
    select
        purchases.person_key,
        count(*) as turn_count
    from purchases
    inner join as_of_days on purchases.next_date > as_of_days.before_date
    where extract(year from purchases.next_date) > extract(year from purchases.order_date)
    group by purchases.person_key
),

later as (
    select
        customer_days.person_key,
        sum(customer_days.order_count) as order_count,
        sum(customer_days.revenue_amount) as revenue_amount,
        sum(customer_days.cost_amount) as cost_amount
    from customer_days
    inner join as_of_days on customer_days.order_date > as_of_days.before_date
    group by customer_days.person_key
),

-- an order of several rows may stand on days before and after, and on several after: it counts once
stands as (
    select
        order_rows.person_key,
        order_rows.order_key,
        order_rows.order_date,
        order_rows.owner
    from order_rows
    inner join repeated_orders on order_rows.order_key = repeated_orders.order_key
    where not order_rows.is_refund
    group by order_rows.person_key, order_rows.order_key, order_rows.order_date, order_rows.owner
),

repeats as (
    select
        stands.person_key,
        count(case when stands.order_date > as_of_days.before_date then 1 end)
        - min(case when stands.order_date > as_of_days.before_date then 1 else 0 end) as too_many_count
    from stands
    cross join as_of_days
    group by stands.person_key, stands.order_key
),

later_repeats as (
    select
        person_key,
        sum(too_many_count) as too_many_count
    from repeats
    group by person_key
),

unknown_costs as (
    select
        customer_days.person_key,
        min(customer_days.order_date) as unknown_date
    from customer_days
    where customer_days.cost_amount is null
    group by customer_days.person_key
),

states as (
    select
        true as is_now,
        as_of_days.now_date as as_of_date,
        purchases.person_key,
        purchases.purchase_number as purchase_count,
        purchases.order_date as last_order_date,
        firsts.first_order_date,
        1 + firsts.turn_count as year_count,
        totals.order_count,
        totals.revenue_amount,
        totals.revenue_amount - coalesce(totals.known_cost_amount, 0) as profit_amount,
        unknown_costs.unknown_date is null as is_cost_known
    from purchases
    inner join firsts on purchases.person_key = firsts.person_key
    inner join customer_totals as totals on purchases.person_key = totals.person_key
    left join unknown_costs on purchases.person_key = unknown_costs.person_key
    cross join as_of_days
    where purchases.next_date is null
    union all
    select
        false,
        as_of_days.before_date,
        purchases.person_key,
        purchases.purchase_number,
        purchases.order_date,
        firsts.first_order_date,
        1 + firsts.turn_count - coalesce(later_turns.turn_count, 0),
        totals.order_count - coalesce(later.order_count, 0) + coalesce(later_repeats.too_many_count, 0),
        totals.revenue_amount - coalesce(later.revenue_amount, 0),
        totals.revenue_amount - coalesce(later.revenue_amount, 0)
        - coalesce(totals.known_cost_amount, 0) + coalesce(later.cost_amount, 0),
        coalesce(unknown_costs.unknown_date > as_of_days.before_date, true)
    from purchases
    inner join as_of_days
        on
            purchases.order_date <= as_of_days.before_date
            and coalesce(purchases.next_date, date '9999-12-31') > as_of_days.before_date
    inner join firsts on purchases.person_key = firsts.person_key
    inner join customer_totals as totals on purchases.person_key = totals.person_key
    left join later on purchases.person_key = later.person_key
    left join unknown_costs on purchases.person_key = unknown_costs.person_key
    left join later_repeats on purchases.person_key = later_repeats.person_key
    left join later_turns on purchases.person_key = later_turns.person_key
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
