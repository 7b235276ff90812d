/*
title:   Would the model of repeat orders have been right?
grain:   one row per number of repeat orders before the hold-out (0, 1, 2, 3, 4 for 4 to 6, 7 for more)
needs:   lifetime_histories
returns: repeat_band, customer_count, horizon_days, later_count, model_count, rhythm_count, same_count, model_error,
         rhythm_error, same_error, model_state
assumes: the select gives the histories before the hold-out; the model is fitted to them alone, and what it says of the
         hold-out is set beside what came (later_count), the customer's own rhythm and no change; _error is a sum of
         squared misses, null where one customer has no estimate; model_state is fitted, too_few_repeat or no_optimum
source:  M6, H6, docs/decisions/034
*/
select
    repeat_order_count,
    recency_step * step_days as recency_days,
    age_step * step_days as age_days,
    horizon_days,
    customer_count,
    later_count,
    later_square,
    rhythm_count,
    rhythm_known_count,
    rhythm_error,
    same_count,
    same_error
from lifetime_histories
where not is_now
order by repeat_order_count, recency_step, age_step
