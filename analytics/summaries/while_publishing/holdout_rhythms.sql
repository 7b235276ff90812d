/*
title:   Orders expected in the hold-out at each customer's own rhythm
grain:   one row per customer who had ordered before the hold-out
needs:   holdout_gaps, kept_paces
parts:   lateness_limits, return_chances
returns: person_key, rhythm_count
assumes: the orders that the customer's own gap promises, times the chance to come back when this late (M5), times what those
         who came back in the stretch before kept of their pace, all from what was known before the hold-out; where no
         customer had been as late yet, the lowest chance known, the whole pace where none of the stretch before tells;
         null while no earlier case tells any chance
source:  M5 and M6, docs/decisions/030, docs/decisions/034
*/
with

pooled as (
    select
        activity,
        max(pooled_rate) as pooled_rate
    from return_chances
    where known_on = 'cut'
    group by activity
),

latest as (
    select min(pooled_rate) as least_rate
    from pooled
),

states as (
    select
        holdout_gaps.person_key,
        holdout_gaps.kind_number,
        holdout_gaps.purchase_band,
        holdout_gaps.gap_count,
        case
            when holdout_gaps.quiet_days > holdout_gaps.gap_days * lateness_limits.gone_gaps then 'gone'
            when holdout_gaps.quiet_days > holdout_gaps.gap_days * lateness_limits.overdue_gaps then 'overdue'
            when holdout_gaps.quiet_days > holdout_gaps.gap_days * lateness_limits.due_gaps then 'due'
            else 'active'
        end as activity
    from holdout_gaps
    cross join lateness_limits
    where holdout_gaps.is_last
)

select
    states.person_key,
    states.gap_count * coalesce(kept_paces.pace_rate, 1)
    * coalesce(return_chances.return_rate, pooled.pooled_rate, latest.least_rate) as rhythm_count
from states
cross join latest
left join return_chances
    on
        return_chances.known_on = 'cut'
        and states.activity = return_chances.activity
        and states.purchase_band = return_chances.purchase_band
        and states.kind_number = return_chances.kind_number
left join pooled on states.activity = pooled.activity
left join kept_paces
    on
        not kept_paces.is_last
        and states.purchase_band = kept_paces.purchase_band
        and states.kind_number = kept_paces.kind_number
