/*
title:   How many customers give most of the revenue, all time
grain:   one row
needs:   customer_ranks
returns: customer_count, used_amount, vital_few_count, vital_few_amount, largest_amount, profit_known_count,
         amount_square, top_fifth_count, top_fifth_amount, top_fifth_least_amount, top_fifth_square
assumes: the vital few are the smallest set of customers who give 80 % of all revenue; _square is a sum of squares;
         buyers/pareto makes the same sums anew of any days and owner that are asked for
source:  M1
*/
with

parted as (
    select
        customer_ranks.*,
        cast(customer_ranks.revenue_amount as double) as amount,
        case when customer_ranks.customer_rank <= ceil(customer_ranks.customer_count / 5.0) then customer_ranks.revenue_amount end
            as top_fifth_amount,
        case when customer_ranks.cumulative_amount >= customer_ranks.used_amount * 0.8 then customer_ranks.customer_rank end
            as rank_from_few
    from customer_ranks
)

select
    count(*) as customer_count,
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
