/*
title:   Orders of the next 12 months by history
grain:   one row per number of repeat orders, recency and age that occurs on the last day of the data
needs:   lifetime_histories, lifetime_model
returns: repeat_order_count, recency_step, age_step, alive_rate, model_order_count, order_variance, low_order_count,
         likely_order_count, high_order_count
assumes: all but the history is null without a model; model_order_count is the mean, the others are P10, P50 and P90
source:  BG/NBD, Fader, Hardie and Lee (2005); docs/decisions/034
*/
select
    lifetime_histories.repeat_order_count,
    lifetime_histories.recency_step,
    lifetime_histories.age_step,
    lifetime_histories.recency_step * lifetime_histories.step_days as recency_days,
    lifetime_histories.age_step * lifetime_histories.step_days as age_days,
    lifetime_histories.horizon_days,
    lifetime_histories.customer_count,
    lifetime_model.r,
    lifetime_model.alpha,
    lifetime_model.a,
    lifetime_model.b
from lifetime_histories
cross join lifetime_model
where lifetime_histories.is_now
order by lifetime_histories.repeat_order_count, lifetime_histories.recency_step, lifetime_histories.age_step
