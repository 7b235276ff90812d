/*
title:   The model of order values
grain:   one row; none while nobody came back
needs:   customer_histories
returns: valued_count, correlation, value_state, p, q, gamma
assumes: the select gives customers who came back by number of repeat orders and their mean value to a hundredth of its
         logarithm (1 %); parameters are null unless value_state is fitted; else it is too_few_repeat, correlated (how often
         goes with for how much, which the model cannot hold) or no_mean
source:  Gamma-Gamma, Fader and Hardie (2013); docs/decisions/034
*/
with

valued as (
    select
        repeat_order_count,
        mean_repeat_amount,
        round(ln(mean_repeat_amount), 2) as amount_step
    from customer_histories
    where is_now and repeat_order_count > 0 and mean_repeat_amount > 0
)

select
    repeat_order_count,
    avg(mean_repeat_amount) as mean_amount,
    count(*) as customer_count
from valued
group by repeat_order_count, amount_step
order by repeat_order_count, amount_step
