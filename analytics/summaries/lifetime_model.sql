/*
title:   The model of repeat orders
grain:   one row; none while nobody ordered
needs:   lifetime_histories
returns: customer_count, repeat_customer_count, model_state, r, alpha, a, b
assumes: the select gives the histories on the last day of the data; time is in days; parameters are null unless model_state
         is fitted; else it is too_few_repeat or no_optimum
source:  BG/NBD, Fader, Hardie and Lee (2005); docs/decisions/034
*/
select
    repeat_order_count,
    recency_step * step_days as recency_days,
    age_step * step_days as age_days,
    customer_count
from lifetime_histories
where is_now
order by repeat_order_count, recency_step, age_step
