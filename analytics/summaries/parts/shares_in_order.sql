/*
title:   How many customers give most of the revenue
grain:   one row
parts:   customers_in_order
returns: customer_count, used_amount, vital_few_count, vital_few_amount, largest_amount, profit_known_count,
         amount_square, top_fifth_count, top_fifth_amount, top_fifth_least_amount, top_fifth_square
assumes: the vital few are the smallest set of customers who give 80 % of all revenue; _square is a sum of squares
source:  M1
*/
with

parted as not materialized (
    select
        customers_in_order.*,
        cast(customers_in_order.revenue_amount as double) as amount,
        case when customers_in_order.customer_rank <= ceil(customers_in_order.customer_count / 5.0) then customers_in_order.revenue_amount end
            as top_fifth_amount,
        case when customers_in_order.cumulative_amount >= customers_in_order.used_amount * 0.8 then customers_in_order.customer_rank end
            as rank_from_few
    from customers_in_order
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
