/*
title:   What each customer is expected to order in the next 12 months
grain:   one row per customer with an order
needs:   customer_histories, lifetime_histories, lifetime_orders, lifetime_verdict, customer_states
returns: person_key, repeat_order_count, clv_recency_days, age_days, alive_rate, next_year_orders, low_order_count,
         likely_order_count, high_order_count, order_variance, mean_order_amount, mean_repeat_amount,
         expected_order_amount, clv_amount
assumes: by the estimate that lifetime_verdict chose; chances and counts with range come from the model alone, else they are
         null; clv_amount is revenue of the next 12 months, net of refunds as before, not discounted; null while nothing
         tells how often
source:  M6, docs/decisions/034
*/
with

steps as (
    select max(step_days) as step_days
    from lifetime_histories
    where is_now
),

histories as (
    select
        customer_histories.*,
        cast(round(customer_histories.recency_days / cast(steps.step_days as double)) as bigint) as recency_step,
        cast(round(customer_histories.age_days / cast(steps.step_days as double)) as bigint) as age_step
    from customer_histories
    cross join steps
    where customer_histories.is_now
),

estimated as (
    select
        histories.person_key,
        histories.repeat_order_count,
        histories.recency_days as clv_recency_days,
        histories.age_days,
        case when lifetime_verdict.estimate_kind = 'model' then lifetime_orders.alive_rate end as alive_rate,
        case lifetime_verdict.estimate_kind
            when 'model' then lifetime_orders.model_order_count
            when 'own_rhythm' then histories.rhythm_count
            else histories.same_count
        end as next_year_orders,
        case when lifetime_verdict.estimate_kind = 'model' then lifetime_orders.low_order_count end as low_order_count,
        case when lifetime_verdict.estimate_kind = 'model' then lifetime_orders.likely_order_count end
            as likely_order_count,
        case when lifetime_verdict.estimate_kind = 'model' then lifetime_orders.high_order_count end as high_order_count,
        case when lifetime_verdict.estimate_kind = 'model' then lifetime_orders.order_variance end as order_variance,
        cast(customer_states.revenue_amount as double) / customer_states.purchase_count as mean_order_amount,
        histories.mean_repeat_amount,
        -- a customer who got back more than they paid is known to pay nothing, not to owe
        case
            when lifetime_verdict.value_kind = 'model'
                then
                    lifetime_verdict.p
                    * (lifetime_verdict.gamma + histories.repeat_order_count * greatest(coalesce(histories.mean_repeat_amount, 0), 0))
                    / nullif(lifetime_verdict.p * histories.repeat_order_count + lifetime_verdict.q - 1, 0)
            -- a machine first and beans ever after: what comes next is like the later orders
            else greatest(coalesce(histories.mean_repeat_amount, cast(customer_states.revenue_amount as double)), 0)
        end as expected_order_amount
    from histories
    cross join lifetime_verdict
    inner join customer_states on customer_states.is_now and histories.person_key = customer_states.person_key
    left join lifetime_orders
        on
            histories.repeat_order_count = lifetime_orders.repeat_order_count
            and histories.recency_step = lifetime_orders.recency_step
            and histories.age_step = lifetime_orders.age_step
)

select
    person_key,
    repeat_order_count,
    clv_recency_days,
    age_days,
    alive_rate,
    next_year_orders,
    cast(low_order_count as bigint) as low_order_count,
    cast(likely_order_count as bigint) as likely_order_count,
    cast(high_order_count as bigint) as high_order_count,
    -- without a model: a rate that rests on so many orders, Gamma(repeats + 1), and chance on top of it
    coalesce(order_variance, next_year_orders + next_year_orders * next_year_orders / (repeat_order_count + 1))
        as order_variance,
    cast(mean_order_amount as decimal(18, 2)) as mean_order_amount,
    cast(mean_repeat_amount as decimal(18, 2)) as mean_repeat_amount,
    cast(expected_order_amount as decimal(18, 2)) as expected_order_amount,
    cast(next_year_orders * expected_order_amount as decimal(18, 2)) as clv_amount
from estimated
order by person_key
