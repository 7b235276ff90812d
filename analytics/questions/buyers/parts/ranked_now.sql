/*
title:   Customers with an order in the period, ranked anew
grain:   one row per customer, none where the ranks of publishing hold
needs:   customer_days, customer_rhythms
parts:   whole_scope
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null
returns: the columns of customer_ranks
assumes: refunds net out; a profit of which one cost is missing is unknown; equal revenue goes by person_key
source:  M1
*/
with

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
        min(case when customer_days.order_count > 0 then customer_days.order_date end) as first_order_date,
        max(case when customer_days.order_count > 0 then customer_days.order_date end) as last_order_date
    from customer_days
    inner join whole_scope on not whole_scope.is_whole
    where
        customer_days.order_date <= cast($as_of as date)
        and (cast($period_start as date) is null or customer_days.order_date >= cast($period_start as date))
        and (cast($period_end as date) is null or customer_days.order_date < cast($period_end as date))
        and (cast($owner as varchar) is null or customer_days.owner = cast($owner as varchar))
    group by customer_days.person_key
),

-- nobody's where the ranks of publishing hold, so that nothing is read
rhythms_now as (
    select
        customer_rhythms.person_key,
        case when customer_rhythms.order_day_count > 1 then customer_rhythms.usual_gap_days end as usual_gap_days
    from customer_rhythms
    inner join whole_scope on not whole_scope.is_whole
)

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
