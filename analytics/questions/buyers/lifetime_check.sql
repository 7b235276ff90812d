/*
title:   Check of the lifetime value
question: Would the estimate have been right on the last stretch of the data, and is there a simpler one as good?
method:   M6, H1, H6
grain:    one row per number of repeat orders that customers had before that stretch
needs:    orders
returns:  repeat_band, repeats_before, customer_count, later_count, model_count, rhythm_count, same_count,
          mean_later_orders, mean_model_orders, mean_rhythm_orders, mean_same_orders, checked_count, horizon_days,
          all_later_count, estimate_count, model_miss, rhythm_miss, same_miss, estimate_kind, verdict
summary:  checked_count, horizon_days, all_later_count, estimate_count, model_miss, rhythm_miss, same_miss, estimate_kind,
          verdict
money:    orders
assumes:  the stretch is the last 365 days, at most a third of the history; every estimate is made from what was known before
          it; a miss is the root of the mean squared difference in orders a customer; means of under 10 customers are
          left out; customers who came since are in neither
source:   out-of-time check of BG/NBD as in Fader, Hardie and Lee (2005), figure 3; docs/decisions/034
next_step: Believe the estimate as far as the check bears it out.
*/
select
    lifetime_check.repeat_band,
    case lifetime_check.repeat_band
        when 0 then 'none'
        when 4 then '4 to 6'
        when 7 then '7 or more'
        else cast(lifetime_check.repeat_band as varchar)
    end as repeats_before,
    cast(lifetime_check.customer_count as bigint) as customer_count,
    cast(lifetime_check.later_count as bigint) as later_count,
    lifetime_check.model_count,
    lifetime_check.rhythm_count,
    cast(lifetime_check.same_count as bigint) as same_count,
    case when lifetime_check.customer_count >= 10 then lifetime_check.later_count / lifetime_check.customer_count end
        as mean_later_orders,
    case when lifetime_check.customer_count >= 10 then lifetime_check.model_count / lifetime_check.customer_count end
        as mean_model_orders,
    case when lifetime_check.customer_count >= 10 then lifetime_check.rhythm_count / lifetime_check.customer_count end
        as mean_rhythm_orders,
    case when lifetime_check.customer_count >= 10 then lifetime_check.same_count / lifetime_check.customer_count end
        as mean_same_orders,
    lifetime_verdict.checked_count,
    lifetime_verdict.horizon_days,
    lifetime_verdict.later_count as all_later_count,
    lifetime_verdict.estimate_count,
    lifetime_verdict.model_miss,
    lifetime_verdict.rhythm_miss,
    lifetime_verdict.same_miss,
    lifetime_verdict.estimate_kind,
    lifetime_verdict.verdict
from lifetime_check
cross join lifetime_verdict
order by lifetime_check.repeat_band
