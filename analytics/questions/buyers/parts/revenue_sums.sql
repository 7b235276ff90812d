/*
title:   Sums of what was asked for, of which shares and their range are made
grain:   one row, none without customers
needs:   customer_shares
parts:   whole_scope, ranked_now
returns: the columns of customer_shares
assumes: the sums of summaries/customer_shares.sql, made anew where a day, a period or an owner was chosen; the vital few are the
         smallest set of customers who give 80 % of all revenue
source:  M1
*/
with

parted as not materialized (
    select
        ranked_now.*,
        cast(ranked_now.revenue_amount as double) as amount,
        case when ranked_now.customer_rank <= ceil(ranked_now.customer_count / 5.0) then ranked_now.revenue_amount end
            as top_fifth_amount,
        case when ranked_now.cumulative_amount >= ranked_now.used_amount * 0.8 then ranked_now.customer_rank end
            as rank_from_few
    from ranked_now
)

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
inner join whole_scope on whole_scope.is_whole
