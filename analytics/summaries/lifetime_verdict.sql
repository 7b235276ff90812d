/*
title:   Which estimate of repeat orders may be used
grain:   one row; none while nobody ordered
needs:   lifetime_model, lifetime_values
parts:   estimates_checked
returns: estimate_kind, verdict, checked_count, horizon_days, later_count, estimate_count, model_miss, rhythm_miss,
         same_miss, miss_rate, repeat_customer_count, r, alpha, a, b, value_kind, value_state, correlation, p, q, gamma
assumes: the model counts only where it missed by less than the customer's own rhythm and than no change did, over 30
         customers or more (H6); else whichever of the two missed by less, the own rhythm where nothing could be checked;
         _miss is the root of the mean squared miss in orders a customer; miss_rate is how far the chosen estimate was from
         all the orders that came
source:  M6, H6, docs/decisions/034
*/
with

judged as (
    select
        estimates_checked.*,
        case
            when lifetime_model.model_state <> 'fitted' then lifetime_model.model_state
            -- the hold-out is at most a third of the history, of which under 90 days tell nothing of a year
            when not estimates_checked.is_checked or estimates_checked.horizon_days < 30 then 'too_short'
            when estimates_checked.model_state <> 'fitted' then estimates_checked.model_state
            when
                estimates_checked.model_miss < coalesce(estimates_checked.rhythm_miss, estimates_checked.same_miss)
                and estimates_checked.model_miss < estimates_checked.same_miss
                then 'holds'
            else 'no_better'
        end as verdict,
        lifetime_model.repeat_customer_count,
        lifetime_model.r,
        lifetime_model.alpha,
        lifetime_model.a,
        lifetime_model.b
    from lifetime_model
    cross join estimates_checked
),

chosen as (
    select
        judged.*,
        case
            when judged.verdict = 'holds' then 'model'
            when judged.is_checked and judged.same_miss < coalesce(judged.rhythm_miss, judged.same_miss + 1) then 'no_change'
            else 'own_rhythm'
        end as estimate_kind
    from judged
),

counted as (
    select
        chosen.*,
        case
            when not chosen.is_checked then cast(null as double)
            when chosen.estimate_kind = 'model' then chosen.model_count
            when chosen.estimate_kind = 'own_rhythm' then chosen.rhythm_count
            else chosen.same_count
        end as estimate_count
    from chosen
)

select
    counted.estimate_kind,
    counted.verdict,
    cast(counted.checked_count as bigint) as checked_count,
    counted.horizon_days,
    cast(counted.later_count as bigint) as later_count,
    counted.estimate_count,
    counted.model_miss,
    counted.rhythm_miss,
    counted.same_miss,
    abs(counted.later_count - counted.estimate_count) / nullif(counted.estimate_count, 0) as miss_rate,
    counted.repeat_customer_count,
    counted.r,
    counted.alpha,
    counted.a,
    counted.b,
    case when lifetime_values.value_state = 'fitted' then 'model' else 'own_mean' end as value_kind,
    lifetime_values.value_state,
    lifetime_values.correlation,
    lifetime_values.p,
    lifetime_values.q,
    lifetime_values.gamma
from counted
left join lifetime_values on lifetime_values.valued_count > 0
