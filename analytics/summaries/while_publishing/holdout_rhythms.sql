/*
title:   Orders expected in the hold-out at each customer's own rhythm
grain:   one row per customer who had ordered before the hold-out
needs:   holdout_gaps, kept_paces, purchase_returns, cut_offs
parts:   lateness_limits
returns: person_key, rhythm_count
assumes: the orders that the customer's own gap promises, times the chance to come back when this late (M5), times what those
         who came back in the stretch before kept of their pace, all from what was known before the hold-out; where no
         customer had been as late yet, the lowest chance known, the whole pace where none of the stretch before tells;
         null while no earlier case tells any chance
source:  M5 and M6, docs/decisions/030, docs/decisions/034
*/
with

limits as (
    select max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

days as (
    select max(cut_date) as cut_date
    from holdout_gaps
    where is_last
),

-- spells that had begun a year or more before the hold-out: their outcome was known
outcomes as (
    select
        purchase_returns.activity,
        purchase_returns.purchase_band,
        cast(sum(purchase_returns.spell_count) as double) as spell_count,
        cast(sum(purchase_returns.returned_count) as double) as returned_count
    from purchase_returns
    inner join days on purchase_returns.spell_date <= days.cut_date - 365
    group by purchase_returns.activity, purchase_returns.purchase_band
),

pooled as (
    select
        activity,
        sum(returned_count) / nullif(sum(spell_count), 0) as pooled_rate
    from outcomes
    group by activity
),

latest as (
    select min(pooled_rate) as least_rate
    from pooled
),

states as (
    select
        holdout_gaps.person_key,
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
    states.gap_count * coalesce(kept_paces.pace_rate, 1) * coalesce(
        (outcomes.returned_count + limits.shrink_cases * pooled.pooled_rate)
        / (outcomes.spell_count + limits.shrink_cases),
        pooled.pooled_rate,
        latest.least_rate
    ) as rhythm_count
from states
cross join limits
cross join latest
left join outcomes on states.activity = outcomes.activity and states.purchase_band = outcomes.purchase_band
left join pooled on states.activity = pooled.activity
left join kept_paces on not kept_paces.is_last and states.purchase_band = kept_paces.purchase_band
