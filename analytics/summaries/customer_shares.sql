/*
title:   How many customers give most of the revenue, all time
grain:   one row
needs:   customer_ranks
returns: customer_count, used_amount, vital_few_count
assumes: the vital few are the smallest set of customers who give 80 % of all revenue; buyers/pareto says it of any days
         and owner that are asked for
source:  M1
*/
with

totals as (
    select
        count(*) as customer_count,
        cast(sum(revenue_amount) as decimal(18, 2)) as used_amount
    from customer_ranks
)

select
    totals.customer_count,
    totals.used_amount,
    min(customer_ranks.customer_rank) as vital_few_count
from totals
left join customer_ranks on customer_ranks.cumulative_amount >= totals.used_amount * 0.8
group by totals.customer_count, totals.used_amount
