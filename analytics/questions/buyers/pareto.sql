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
          largest_revenue_rate, profit_known_count, quiet_few_count, quiet_spell_count,
          quiet_returned_count
summary:  customer_count, used_amount, top_fifth_count, top_fifth_revenue_rate, top_fifth_low_rate,
          top_fifth_high_rate, vital_few_count, vital_few_customer_rate, vital_few_revenue_rate,
          largest_revenue_rate, profit_known_count, quiet_few_count, quiet_spell_count,
          quiet_returned_count
money:    orders.revenue_amount = used_amount
assumes:  refunds net out; equal revenue goes by person_key, which follows customer_id; quiet = nothing ordered for twice the usual gap
source:   shares are exact sums; the range of the top fifth's share is for another such set of customers,
          Beach and Davidson (1983), "Distribution-free statistical inference with Lorenz curves"
next_step: Ask the vital few for a short talk: why they chose you, and who else should know you.
*/
with

-- without filters the ranks of publishing hold; with filters they are made anew
scope as (
    select
        cast($period_start as date) is null
        and cast($period_end as date) is null
        and cast($owner as varchar) is null
        and cast($as_of as date) >= max(last_day) as is_whole
    from data_span
),

chosen as (
    select
        customer_days.person_key,
        sum(customer_days.order_count) as order_count,
        cast(sum(customer_days.revenue_amount) as decimal(18, 2)) as revenue_amount,
        cast(sum(-least(customer_days.revenue_amount, 0)) as decimal(18, 2)) as refund_amount,
        -- null, not revenue: a profit of which one cost is missing is unknown
        case
            when count(customer_days.cost_amount) = count(*)
                then cast(sum(customer_days.revenue_amount) - sum(customer_days.cost_amount) as decimal(18, 2))
        end as profit_amount,
        min(customer_days.order_date) as first_order_date,
        max(case when customer_days.order_count > 0 then customer_days.order_date end) as last_order_date
    from customer_days
    inner join scope on not scope.is_whole
    where
        customer_days.order_date <= cast($as_of as date)
        and (cast($period_start as date) is null or customer_days.order_date >= cast($period_start as date))
        and (cast($period_end as date) is null or customer_days.order_date < cast($period_end as date))
        and (cast($owner as varchar) is null or customer_days.owner = cast($owner as varchar))
    group by customer_days.person_key
),

rhythms_now as (
    select
        customer_rhythms.person_key,
        customer_rhythms.usual_gap_days
    from customer_rhythms
    inner join scope on not scope.is_whole
),

ranked_now as (
    select
        row_number() over best_first as customer_rank,
        chosen.*,
        rhythms_now.usual_gap_days,
        cast(sum(chosen.revenue_amount) over best_first as decimal(18, 2)) as cumulative_amount,
        count(*) over () as customer_count,
        cast(sum(chosen.revenue_amount) over () as decimal(18, 2)) as used_amount
    from chosen
    left join rhythms_now on chosen.person_key = rhythms_now.person_key
    window
        best_first as (
            order by chosen.revenue_amount desc, chosen.person_key asc
            rows between unbounded preceding and current row
        )
),

running as not materialized (
    select ranked_now.*
    from ranked_now
    union all
    select customer_ranks.*
    from customer_ranks
    inner join scope on scope.is_whole
),

parted as not materialized (
    select
        ranked_now.*,
        cast(ranked_now.revenue_amount as double) as amount,
        case when ranked_now.customer_rank <= ceil(ranked_now.customer_count / 5.0) then ranked_now.revenue_amount end
            as top_fifth_amount,
        case when ranked_now.cumulative_amount >= ranked_now.used_amount * 0.8 then ranked_now.customer_rank end
            as rank_from_few
    from ranked_now
),

-- the sums of summaries/customer_shares.sql, of what was asked for
sums as (
    select
        max(customer_count) as customer_count,
        max(used_amount) as used_amount,
        min(rank_from_few) as vital_few_count,
        min(case when rank_from_few is not null then cumulative_amount end) as vital_few_amount,
        max(revenue_amount) as largest_amount,
        count(profit_amount) as profit_known_count,
        sum(amount * amount) as amount_square,
        count(top_fifth_amount) as top_fifth_count,
        cast(sum(top_fifth_amount) as decimal(18, 2)) as top_fifth_amount,
        min(top_fifth_amount) as top_fifth_least_amount,
        sum(cast(top_fifth_amount as double) * cast(top_fifth_amount as double)) as top_fifth_square
    from parted
    having count(*) > 0
    union all
    select customer_shares.*
    from customer_shares
    inner join scope on scope.is_whole
),

rates as (
    select
        *,
        cast(used_amount as double) as used,
        cast(top_fifth_amount as double) / nullif(cast(used_amount as double), 0) as top_fifth_revenue_rate,
        cast(top_fifth_least_amount as double) as least
    from sums
),

-- how far each customer pulls the top fifth's share: (1 - rate) x amount - least of the top fifth, -rate x amount of the
-- others; summed, and summed squared
pulls as (
    select
        *,
        cast(top_fifth_amount as double) - top_fifth_count * least - top_fifth_revenue_rate * used as pull_sum,
        (1 - top_fifth_revenue_rate) * (1 - top_fifth_revenue_rate) * top_fifth_square
        - 2 * (1 - top_fifth_revenue_rate) * least * cast(top_fifth_amount as double)
        + top_fifth_count * least * least
        + top_fifth_revenue_rate * top_fifth_revenue_rate * (amount_square - top_fifth_square) as pull_square
    from rates
),

-- 1.645 for the two-sided 90 % of H2
shares as (
    select
        *,
        1.645 * sqrt(customer_count) / nullif(used, 0)
        * sqrt(greatest(pull_square - pull_sum * pull_sum / customer_count, 0) / nullif(customer_count - 1, 0))
            as half_width_rate
    from pulls
),

limits as (
    select cast(max(case when name = 'quiet_gaps' then value end) as double) as quiet_gaps
    from cut_offs
),

quiet as (
    select count(*) as quiet_few_count
    from running
    cross join shares
    cross join limits
    where
        running.customer_rank <= shares.vital_few_count
        and date_diff('day', running.last_order_date, cast($as_of as date)) > running.usual_gap_days * limits.quiet_gaps
),

-- spells that began a year or more before the as-of date: their outcome within a year is known
spells as (
    select
        cast(coalesce(sum(spell_count), 0) as bigint) as quiet_spell_count,
        cast(coalesce(sum(returned_count), 0) as bigint) as quiet_returned_count
    from purchase_returns
    where activity = 'overdue' and spell_date + interval 365 day <= cast($as_of as date)
),

-- the limit cuts nothing off; it tells the planner that few names have to be looked up
listed as (
    select *
    from running
    where
        customer_count <= 5000
        or customer_rank <= 1000
        or customer_rank % cast(floor(customer_count / 1000.0) as bigint) = 0
        or customer_rank = customer_count
    order by customer_rank
    limit 7000
)

select
    listed.customer_rank,
    listed.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    listed.revenue_amount,
    listed.refund_amount,
    listed.profit_amount,
    listed.order_count,
    cast(listed.revenue_amount / nullif(listed.order_count, 0) as decimal(18, 2)) as mean_order_amount,
    listed.first_order_date,
    listed.last_order_date,
    date_diff('day', listed.last_order_date, cast($as_of as date)) as days_since_last_order,
    listed.usual_gap_days,
    date_diff('day', listed.last_order_date, cast($as_of as date)) > listed.usual_gap_days * limits.quiet_gaps
        as is_quiet,
    cast(listed.revenue_amount as double) / nullif(cast(shares.used_amount as double), 0) as revenue_rate,
    cast(listed.cumulative_amount as double) / nullif(cast(shares.used_amount as double), 0)
        as cumulative_revenue_rate,
    cast(listed.customer_rank as double) / shares.customer_count as cumulative_customer_rate,
    listed.customer_rank <= shares.top_fifth_count as is_top_fifth,
    listed.customer_rank <= shares.vital_few_count as is_vital_few,
    shares.customer_count,
    shares.used_amount,
    shares.top_fifth_count,
    shares.top_fifth_revenue_rate,
    greatest(shares.top_fifth_revenue_rate - shares.half_width_rate, 0.0) as top_fifth_low_rate,
    least(shares.top_fifth_revenue_rate + shares.half_width_rate, 1.0) as top_fifth_high_rate,
    shares.vital_few_count,
    cast(shares.vital_few_count as double) / shares.customer_count as vital_few_customer_rate,
    cast(shares.vital_few_amount as double) / nullif(cast(shares.used_amount as double), 0) as vital_few_revenue_rate,
    cast(shares.largest_amount as double) / nullif(cast(shares.used_amount as double), 0) as largest_revenue_rate,
    shares.profit_known_count,
    quiet.quiet_few_count,
    spells.quiet_spell_count,
    spells.quiet_returned_count
from listed
inner join people on listed.person_key = people.person_key
cross join shares
cross join quiet
cross join limits
cross join spells
order by listed.customer_rank
