/*
title:   Customers by revenue, all time
grain:   one row per customer with an order, best first
needs:   customer_totals, customer_rhythms
returns: customer_rank, person_key, order_count, revenue_amount, refund_amount, profit_amount, first_order_date,
         last_order_date, usual_gap_days, cumulative_amount, customer_count, used_amount
assumes: equal revenue goes by person_key, which follows customer_id; profit is null when the cost of one order is unknown;
         whoever ordered on one day alone has no usual gap
*/
with

buyers as (
    select
        customer_totals.person_key,
        customer_totals.order_count,
        cast(customer_totals.revenue_amount as decimal(18, 2)) as revenue_amount,
        cast(customer_totals.refund_amount as decimal(18, 2)) as refund_amount,
        cast(customer_totals.revenue_amount - customer_totals.cost_amount as decimal(18, 2)) as profit_amount,
        cast(customer_totals.first_order_at as date) as first_order_date,
        cast(customer_totals.last_order_at as date) as last_order_date,
        case when customer_rhythms.order_day_count > 1 then customer_rhythms.usual_gap_days end as usual_gap_days
    from customer_totals
    left join customer_rhythms on customer_totals.person_key = customer_rhythms.person_key
)

select
    row_number() over best_first as customer_rank,
    person_key,
    order_count,
    revenue_amount,
    refund_amount,
    profit_amount,
    first_order_date,
    last_order_date,
    usual_gap_days,
    cast(sum(revenue_amount) over best_first as decimal(18, 2)) as cumulative_amount,
    count(*) over () as customer_count,
    cast(sum(revenue_amount) over () as decimal(18, 2)) as used_amount
from buyers
window
    best_first as (
        order by revenue_amount desc, person_key asc
        rows between unbounded preceding and current row
    )
order by customer_rank
