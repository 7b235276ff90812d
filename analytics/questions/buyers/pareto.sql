/*
title:    Best buyers
question: Which few customers give most of the revenue, and which of them have gone quiet?
method:   M1, H1, H2, H8
grain:    one row per customer with an order in the period, best first; beyond 5,000 customers the first
          1,000 and then evenly spaced ones, so that the curve stays whole
needs:    orders
uses:     customers
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null
returns:  customer_rank, person_key, customer_id, name, revenue_amount, refund_amount, profit_amount, order_count,
          mean_order_amount, first_order_date, last_order_date, days_since_last_order, usual_gap_days, is_quiet,
          revenue_rate, cumulative_revenue_rate, cumulative_customer_rate, is_top_fifth, is_vital_few,
          customer_count, used_amount, top_fifth_count, top_fifth_revenue_rate, top_fifth_low_rate,
          top_fifth_high_rate, vital_few_count, vital_few_customer_rate, vital_few_revenue_rate,
          largest_revenue_rate, profit_known_count, quiet_spell_count, quiet_returned_count
summary:  customer_count, used_amount, top_fifth_count, top_fifth_revenue_rate, top_fifth_low_rate,
          top_fifth_high_rate, vital_few_count, vital_few_customer_rate, vital_few_revenue_rate,
          largest_revenue_rate, profit_known_count, quiet_spell_count, quiet_returned_count
money:    orders.revenue_amount = used_amount
assumes:  refunds net out; equal revenue goes by customer_id; quiet = nothing ordered for twice the usual gap
source:   shares are exact sums; the range of the top fifth's share is for another such set of customers,
          Beach and Davidson (1983), "Distribution-free statistical inference with Lorenz curves"
next_step: Ask the vital few for a short talk: why they chose you, and who else should know you.
*/
with

buyers as (
    select
        person_key,
        sum(order_count) as order_count,
        sum(revenue_amount) as revenue_amount,
        sum(refund_amount) as refund_amount,
        -- null, not revenue: a profit of which one cost is missing is unknown
        case when sum(cost_known_count) = sum(row_count) then sum(revenue_amount) - sum(cost_amount) end
            as profit_amount,
        min(order_date) as first_order_date,
        max(case when order_count > 0 then order_date end) as last_order_date
    from customer_days
    where
        order_date <= cast($as_of as date)
        and (cast($period_start as date) is null or order_date >= cast($period_start as date))
        and (cast($period_end as date) is null or order_date < cast($period_end as date))
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
    group by person_key
),

totals as (
    select
        count(*) as customer_count,
        sum(revenue_amount) as used_amount,
        max(revenue_amount) as largest_amount,
        cast(ceil(count(*) / 5.0) as bigint) as top_fifth_count,
        count(profit_amount) as profit_known_count
    from buyers
),

running as (
    select
        buyers.*,
        people.customer_id,
        people.name,
        row_number() over best_first as customer_rank,
        sum(buyers.revenue_amount) over best_first as cumulative_amount
    from buyers
    inner join people on buyers.person_key = people.person_key
    window best_first as (
        order by buyers.revenue_amount desc, people.customer_id asc nulls last, buyers.person_key asc
        rows between unbounded preceding and current row
    )
),

shares as (
    select
        totals.customer_count,
        totals.used_amount,
        totals.top_fifth_count,
        totals.profit_known_count,
        cast(totals.largest_amount as double) / nullif(cast(totals.used_amount as double), 0) as largest_revenue_rate,
        min(case when running.cumulative_amount >= totals.used_amount * 0.8 then running.customer_rank end)
            as vital_few_count,
        sum(case when running.customer_rank <= totals.top_fifth_count then running.revenue_amount end)
            as top_fifth_amount,
        min(case when running.customer_rank <= totals.top_fifth_count then running.revenue_amount end)
            as top_fifth_least_amount
    from running
    cross join totals
    group by
        totals.customer_count,
        totals.used_amount,
        totals.top_fifth_count,
        totals.profit_known_count,
        totals.largest_amount
),

-- how far each customer pulls the top fifth's share, as a part of the total: its spread gives the range
spread as (
    select
        stddev_samp(
            case
                when running.customer_rank <= shares.top_fifth_count
                    then cast(running.revenue_amount - shares.top_fifth_least_amount as double)
                else 0
            end
            - cast(shares.top_fifth_amount as double) / nullif(cast(shares.used_amount as double), 0)
            * cast(running.revenue_amount as double)
        ) as customer_spread
    from running
    cross join shares
),

rates as (
    select
        shares.customer_count,
        shares.used_amount,
        shares.top_fifth_count,
        shares.vital_few_count,
        shares.largest_revenue_rate,
        shares.profit_known_count,
        cast(shares.top_fifth_amount as double) / nullif(cast(shares.used_amount as double), 0)
            as top_fifth_revenue_rate,
        -- 1.645: the two-sided 90 % of H2
        1.645 * spread.customer_spread * sqrt(shares.customer_count)
        / nullif(cast(shares.used_amount as double), 0) as half_width_rate
    from shares
    cross join spread
),

-- spells that began a year or more before the as-of date: their outcome within a year is known
spells as (
    select
        count(*) as quiet_spell_count,
        count(case when returned_date <= quiet_date + interval 365 day then 1 end) as quiet_returned_count
    from quiet_spells
    where quiet_date + interval 365 day <= cast($as_of as date)
)

select
    running.customer_rank,
    running.person_key,
    running.customer_id,
    running.name,
    running.revenue_amount,
    running.refund_amount,
    running.profit_amount,
    running.order_count,
    cast(running.revenue_amount / nullif(running.order_count, 0) as decimal(18, 2)) as mean_order_amount,
    running.first_order_date,
    running.last_order_date,
    date_diff('day', running.last_order_date, cast($as_of as date)) as days_since_last_order,
    customer_rhythms.usual_gap_days,
    date_diff('day', running.last_order_date, cast($as_of as date))
    > customer_rhythms.usual_gap_days * cast(cut_offs.value as double) as is_quiet,
    cast(running.revenue_amount as double) / nullif(cast(rates.used_amount as double), 0) as revenue_rate,
    cast(running.cumulative_amount as double) / nullif(cast(rates.used_amount as double), 0)
        as cumulative_revenue_rate,
    cast(running.customer_rank as double) / rates.customer_count as cumulative_customer_rate,
    running.customer_rank <= rates.top_fifth_count as is_top_fifth,
    running.customer_rank <= rates.vital_few_count as is_vital_few,
    rates.customer_count,
    rates.used_amount,
    rates.top_fifth_count,
    rates.top_fifth_revenue_rate,
    greatest(rates.top_fifth_revenue_rate - rates.half_width_rate, 0.0) as top_fifth_low_rate,
    least(rates.top_fifth_revenue_rate + rates.half_width_rate, 1.0) as top_fifth_high_rate,
    rates.vital_few_count,
    cast(rates.vital_few_count as double) / rates.customer_count as vital_few_customer_rate,
    cast(few.cumulative_amount as double) / nullif(cast(rates.used_amount as double), 0) as vital_few_revenue_rate,
    rates.largest_revenue_rate,
    rates.profit_known_count,
    spells.quiet_spell_count,
    spells.quiet_returned_count
from running
cross join rates
cross join spells
left join running as few on rates.vital_few_count = few.customer_rank
left join customer_rhythms on running.person_key = customer_rhythms.person_key
left join cut_offs on cut_offs.name = 'quiet_gaps'
where
    rates.customer_count <= 5000
    or running.customer_rank <= 1000
    or running.customer_rank % cast(floor(rates.customer_count / 1000.0) as bigint) = 0
    or running.customer_rank = rates.customer_count
order by running.customer_rank
