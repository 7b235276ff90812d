/*
title:    Customer segments
question: Which kinds of customers do we have by how lately, how often and for how much they buy, and what to do with each?
method:   M4, H1, H2, H8
grain:    one row per named segment, empty ones too
needs:    orders
parts:    named_segments
params:   $owner text or null
returns:  segment_order, segment, meaning, to_do, not_to_do, customer_count, customer_rate, customer_low_rate,
          customer_high_rate, revenue_amount, revenue_rate, profit_amount, all_count, used_amount, one_order_count,
          median_gap_days
summary:  all_count, used_amount, one_order_count, median_gap_days
people:   buyers/rfm_people
money:    orders.revenue_amount = used_amount
assumes:  scores of 1 to 5, 5 best, by the cut-offs in segment_rules: recency in median gaps of the business, frequency in
          orders, money by the share of revenue that larger customers give; as of the last day in the data; profit is
          revenue where a cost is unknown; the range of a share is for another such set of customers
source:   docs/decisions/031; the range: Wilson (1927)
next_step: Begin with the customers whom you cannot lose.
*/
with

counted as (
    select
        segment_order,
        customer_count,
        one_order_count,
        revenue_amount,
        profit_amount,
        median_gap_days
    from segment_counts
    where owner is not distinct from cast($owner as varchar)
),

totals as (
    select
        cast(sum(customer_count) as bigint) as all_count,
        cast(sum(revenue_amount) as decimal(18, 2)) as used_amount,
        cast(sum(one_order_count) as bigint) as one_order_count,
        max(median_gap_days) as median_gap_days
    from counted
    having count(*) > 0
),

shares as (
    select
        named_segments.segment_order,
        named_segments.segment,
        named_segments.meaning,
        named_segments.to_do,
        named_segments.not_to_do,
        coalesce(counted.customer_count, 0) as customer_count,
        coalesce(counted.revenue_amount, 0) as revenue_amount,
        coalesce(counted.profit_amount, 0) as profit_amount,
        totals.all_count,
        totals.used_amount,
        totals.one_order_count,
        totals.median_gap_days,
        cast(coalesce(counted.customer_count, 0) as double) / totals.all_count as customer_rate,
        -- 1.645 for the two-sided 90 % of H2
        cast(1.645 * 1.645 as double) / totals.all_count as spread
    from named_segments
    cross join totals
    left join counted on named_segments.segment_order = counted.segment_order
)

select
    segment_order,
    segment,
    meaning,
    to_do,
    not_to_do,
    customer_count,
    customer_rate,
    greatest(
        (
            customer_rate + spread / 2
            - sqrt(spread) * sqrt(customer_rate * (1 - customer_rate) + spread / 4)
        ) / (1 + spread), 0.0
    ) as customer_low_rate,
    least(
        (
            customer_rate + spread / 2
            + sqrt(spread) * sqrt(customer_rate * (1 - customer_rate) + spread / 4)
        ) / (1 + spread), 1.0
    ) as customer_high_rate,
    cast(revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(revenue_amount as double) / nullif(cast(used_amount as double), 0) as revenue_rate,
    cast(profit_amount as decimal(18, 2)) as profit_amount,
    all_count,
    used_amount,
    one_order_count,
    median_gap_days
from shares
order by segment_order
