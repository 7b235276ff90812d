/*
title:   Customers grouped by their history of orders
grain:   one row per day (is_now or not), number of repeat orders, recency and age that occurs
needs:   customer_histories
returns: is_now, repeat_order_count, recency_step, age_step, step_days, horizon_days, customer_count, later_count,
         later_square, rhythm_count, rhythm_known_count, rhythm_error, same_count, same_error
assumes: steps of one day, of a week from 20,000 customers on and of two from 200,000: then there are too many to fit one by
         one and enough for a few days not to matter; _error is a sum of squared differences from later_count
source:  M6, docs/decisions/034
*/
with

steps as (
    select case when count(*) >= 200000 then 14 when count(*) >= 20000 then 7 else 1 end as step_days
    from customer_histories
    where is_now
),

stepped as (
    select
        customer_histories.*,
        steps.step_days,
        cast(round(customer_histories.recency_days / cast(steps.step_days as double)) as integer) as recency_step,
        cast(round(customer_histories.age_days / cast(steps.step_days as double)) as integer) as age_step
    from customer_histories
    cross join steps
)

select
    is_now,
    repeat_order_count,
    recency_step,
    age_step,
    step_days,
    max(horizon_days) as horizon_days,
    count(*) as customer_count,
    cast(sum(later_count) as bigint) as later_count,
    cast(sum(later_count * later_count) as bigint) as later_square,
    sum(rhythm_count) as rhythm_count,
    count(rhythm_count) as rhythm_known_count,
    sum((later_count - rhythm_count) * (later_count - rhythm_count)) as rhythm_error,
    cast(sum(same_count) as bigint) as same_count,
    cast(sum((later_count - same_count) * (later_count - same_count)) as bigint) as same_error
from stepped
group by is_now, repeat_order_count, recency_step, age_step, step_days
