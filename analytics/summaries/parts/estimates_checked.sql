/*
title:   How far each estimate of repeat orders was from those that came
grain:   one row
needs:   lifetime_check
returns: checked_count, is_checked, horizon_days, model_state, later_count, model_count, rhythm_count, same_count, model_miss,
         rhythm_miss, same_miss
assumes: _miss is the root of the mean squared miss in orders a customer; from 30 customers on it is checked
source:  M6, H6, docs/decisions/034
*/
select
    sum(customer_count) as checked_count,
    coalesce(sum(customer_count) >= 30, false) as is_checked,
    max(horizon_days) as horizon_days,
    max(model_state) as model_state,
    sum(later_count) as later_count,
    sum(model_count) as model_count,
    sum(rhythm_count) as rhythm_count,
    sum(same_count) as same_count,
    sqrt(sum(model_error) / nullif(sum(customer_count), 0)) as model_miss,
    -- null where one group has no estimate: a sum over some customers cannot be compared with one over all
    case when count(rhythm_error) = count(*) then sqrt(sum(rhythm_error) / nullif(sum(customer_count), 0)) end
        as rhythm_miss,
    sqrt(sum(same_error) / nullif(sum(customer_count), 0)) as same_miss
from lifetime_check
