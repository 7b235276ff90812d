/*
title:   Who gives most of the revenue, all time
grain:   one row
needs:   customer_ranks
returns: customer_count, used_amount, largest_amount, top_fifth_count, profit_known_count, vital_few_count,
         vital_few_amount, top_fifth_revenue_rate, half_width_rate
assumes: what buyers/pareto counts anew when something is filtered
source:  M1; Beach and Davidson (1983), "Distribution-free statistical inference with Lorenz curves"
*/
with

totals as (
    select
        count(*) as customer_count,
        cast(sum(revenue_amount) as decimal(18, 2)) as used_amount,
        max(revenue_amount) as largest_amount,
        cast(ceil(count(*) / 5.0) as bigint) as top_fifth_count,
        count(profit_amount) as profit_known_count
    from customer_ranks
),

shares as (
    select
        min(case when customer_ranks.cumulative_amount >= totals.used_amount * 0.8 then customer_ranks.customer_rank end)
            as vital_few_count,
        min(case when customer_ranks.cumulative_amount >= totals.used_amount * 0.8 then customer_ranks.cumulative_amount end)
            as vital_few_amount,
        cast(
            sum(case when customer_ranks.customer_rank <= totals.top_fifth_count then customer_ranks.revenue_amount end)
            as double
        ) / nullif(cast(max(totals.used_amount) as double), 0) as top_fifth_revenue_rate,
        min(case when customer_ranks.customer_rank <= totals.top_fifth_count then customer_ranks.revenue_amount end)
            as top_fifth_least_amount
    from customer_ranks
    cross join totals
),

-- how far each customer pulls the top fifth's share; 1.645 for the two-sided 90 % of H2
pulls as (
    select
        1.645 * sqrt(count(*)) / nullif(cast(max(totals.used_amount) as double), 0) * stddev_samp(
            case
                when customer_ranks.customer_rank <= totals.top_fifth_count
                    then cast(customer_ranks.revenue_amount - shares.top_fifth_least_amount as double)
                else 0
            end
            - shares.top_fifth_revenue_rate * cast(customer_ranks.revenue_amount as double)
        ) as half_width_rate
    from customer_ranks
    cross join totals
    cross join shares
)

select
    totals.customer_count,
    totals.used_amount,
    totals.largest_amount,
    totals.top_fifth_count,
    totals.profit_known_count,
    shares.vital_few_count,
    shares.vital_few_amount,
    shares.top_fifth_revenue_rate,
    pulls.half_width_rate
from totals
cross join shares
cross join pulls
