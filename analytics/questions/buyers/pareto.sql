/*
title:    Best buyers
question: Which few customers give most of the revenue, and which of them have gone quiet?
method:   M1, H1, H2, H8
grain:    one row per customer with an order in the period, best first; beyond 5,000 customers the first
          1,000 and then evenly spaced ones, so that the curve stays whole
needs:    orders
uses:     customers
parts:    whole_scope, ranked_now, curve_in_order, customers_ranked, revenue_sums, revenue_shares, quiet_spells
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null
returns:  customer_rank, person_key, customer_id, name, revenue_amount, refund_amount, profit_amount, order_count,
          mean_order_amount, first_order_date, last_order_date, days_since_last_order, usual_gap_days, is_quiet,
          revenue_rate, cumulative_revenue_rate, cumulative_customer_rate, is_top_fifth, is_vital_few,
          customer_count, used_amount, top_fifth_count, top_fifth_revenue_rate, top_fifth_low_rate,
          top_fifth_high_rate, vital_few_count, vital_few_customer_rate, vital_few_revenue_rate,
          largest_revenue_rate, profit_known_count, returned_few_count, quiet_few_count, quiet_spell_count,
          quiet_returned_count
listed_of: customer_count
summary:  customer_count, used_amount, top_fifth_count, top_fifth_revenue_rate, top_fifth_low_rate,
          top_fifth_high_rate, vital_few_count, vital_few_customer_rate, vital_few_revenue_rate,
          largest_revenue_rate, profit_known_count, returned_few_count, quiet_few_count, quiet_spell_count,
          quiet_returned_count
money:    orders.revenue_amount = used_amount
assumes:  refunds net out; equal revenue goes by person_key, which follows customer_id; quiet = nothing ordered for twice the usual gap; whoever
          ordered on one day alone has no usual gap and is not called quiet
source:   shares are exact sums; the range of the top fifth's share is for another such set of customers,
          Beach and Davidson (1983), "Distribution-free statistical inference with Lorenz curves"
next_step: Ask the vital few for a short talk: why they chose you, and who else should know you.
*/
with

limits as (
    select cast(max(case when name = 'quiet_gaps' then value end) as double) as quiet_gaps
    from cut_offs
),

quiet as (
    select
        count(customers_ranked.usual_gap_days) as returned_few_count,
        count(case
            when
                date_diff('day', customers_ranked.last_order_date, cast($as_of as date))
                > customers_ranked.usual_gap_days * limits.quiet_gaps
                then 1
        end) as quiet_few_count
    from customers_ranked
    cross join revenue_shares
    cross join limits
    where customers_ranked.customer_rank <= revenue_shares.vital_few_count
),

listed as (
    select
        curve_in_order.*,
        people.customer_id,
        coalesce(people.name, people.email, people.customer_id) as name
    from curve_in_order
    inner join people on curve_in_order.person_key = people.person_key
    union all
    select customer_curve.*
    from customer_curve
    inner join whole_scope on whole_scope.is_whole
)

select
    listed.customer_rank,
    listed.person_key,
    listed.customer_id,
    listed.name,
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
    cast(listed.revenue_amount as double) / nullif(cast(revenue_shares.used_amount as double), 0) as revenue_rate,
    cast(listed.cumulative_amount as double) / nullif(cast(revenue_shares.used_amount as double), 0)
        as cumulative_revenue_rate,
    cast(listed.customer_rank as double) / revenue_shares.customer_count as cumulative_customer_rate,
    listed.customer_rank <= revenue_shares.top_fifth_count as is_top_fifth,
    listed.customer_rank <= revenue_shares.vital_few_count as is_vital_few,
    revenue_shares.customer_count,
    revenue_shares.used_amount,
    revenue_shares.top_fifth_count,
    revenue_shares.top_fifth_revenue_rate,
    greatest(revenue_shares.top_fifth_revenue_rate - revenue_shares.half_width_rate, 0.0) as top_fifth_low_rate,
    -- where others gave back more than they bought, the top fifth give more than all
    greatest(
        least(revenue_shares.top_fifth_revenue_rate + revenue_shares.half_width_rate, 1.0),
        revenue_shares.top_fifth_revenue_rate
    ) as top_fifth_high_rate,
    revenue_shares.vital_few_count,
    cast(revenue_shares.vital_few_count as double) / revenue_shares.customer_count as vital_few_customer_rate,
    cast(revenue_shares.vital_few_amount as double) / nullif(cast(revenue_shares.used_amount as double), 0) as vital_few_revenue_rate,
    cast(revenue_shares.largest_amount as double) / nullif(cast(revenue_shares.used_amount as double), 0) as largest_revenue_rate,
    revenue_shares.profit_known_count,
    quiet.returned_few_count,
    quiet.quiet_few_count,
    quiet_spells.quiet_spell_count,
    quiet_spells.quiet_returned_count
from listed
cross join revenue_shares
cross join quiet
cross join limits
cross join quiet_spells
order by listed.customer_rank
