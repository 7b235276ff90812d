/*
title:   Orders expected in the hold-out at each customer's own rhythm
grain:   one row per customer who had ordered before the hold-out
needs:   holdout_tallies, purchase_returns, cut_offs
returns: person_key, purchase_band, gap_count, rhythm_count
assumes: the customer's own gap, drawn toward that of the business, times the chance to come back when this late (M5), both
         from what was known before the hold-out; where no customer had been as late yet, the lowest chance known; null
         while no earlier case tells any chance; gap_count = orders that the gap alone promises in the hold-out
source:  M5 and M6, docs/decisions/030, docs/decisions/034
*/
with

limits as (
    select
        max(case when name = 'pulse_due_gaps' then cast(value as double) end) as due_gaps,
        max(case when name = 'quiet_gaps' then cast(value as double) end) as overdue_gaps,
        max(case when name = 'pulse_gone_gaps' then cast(value as double) end) as gone_gaps,
        max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

business as (
    select
        cast(sum(date_diff('day', first_date, cut_last_date)) as double) / nullif(sum(cut_count - 1), 0) as gap_days,
        max(cut_date) as cut_date
    from holdout_tallies
    where cut_count > 0
),

-- spells that had begun a year or more before the hold-out: their outcome was known
outcomes as (
    select
        purchase_returns.activity,
        purchase_returns.purchase_band,
        cast(sum(purchase_returns.spell_count) as double) as spell_count,
        cast(sum(purchase_returns.returned_count) as double) as returned_count
    from purchase_returns
    inner join business on purchase_returns.spell_date <= business.cut_date - 365
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

gaps as (
    select
        holdout_tallies.person_key,
        holdout_tallies.horizon_days,
        least(holdout_tallies.cut_count, 3) as purchase_band,
        date_diff('day', holdout_tallies.cut_last_date, holdout_tallies.cut_date) as quiet_days,
        (date_diff('day', holdout_tallies.first_date, holdout_tallies.cut_last_date) + 2 * business.gap_days)
        / (holdout_tallies.cut_count + 1) as gap_days
    from holdout_tallies
    cross join business
    where holdout_tallies.cut_count > 0
),

states as (
    select
        gaps.person_key,
        gaps.purchase_band,
        gaps.horizon_days / nullif(gaps.gap_days, 0) as gap_count,
        case
            when gaps.quiet_days > gaps.gap_days * limits.gone_gaps then 'gone'
            when gaps.quiet_days > gaps.gap_days * limits.overdue_gaps then 'overdue'
            when gaps.quiet_days > gaps.gap_days * limits.due_gaps then 'due'
            else 'active'
        end as activity
    from gaps
    cross join limits
)

select
    states.person_key,
    states.purchase_band,
    states.gap_count,
    states.gap_count * coalesce(
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
