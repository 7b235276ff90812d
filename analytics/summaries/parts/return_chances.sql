/*
title:   The chance to order again within a year, by how late somebody is, beside that of those on time
grain:   one row per day of customer_states, activity and purchase band
needs:   customer_states, purchase_returns, cut_offs
returns: is_now, activity, purchase_band, spell_count, returned_count, return_rate, on_time_return_rate, on_time_spell_count,
         on_time_returned_count
assumes: counted on spells that were over on that day; drawn toward all as late, as if shrink_cases of them stood beside
source:  M5, docs/decisions/030
*/
with

as_of_days as (
    select
        is_now,
        max(as_of_date) as as_of_date
    from customer_states
    group by is_now
),

-- spells that began a year or more before the day: their outcome was known
outcomes as (
    select
        as_of_days.is_now,
        purchase_returns.activity,
        purchase_returns.purchase_band,
        cast(sum(purchase_returns.spell_count) as bigint) as spell_count,
        cast(sum(purchase_returns.returned_count) as bigint) as returned_count
    from purchase_returns
    inner join as_of_days on purchase_returns.spell_date + interval 365 day <= as_of_days.as_of_date
    group by as_of_days.is_now, purchase_returns.activity, purchase_returns.purchase_band
),

pooled as (
    select
        is_now,
        activity,
        cast(sum(returned_count) as double) / nullif(sum(spell_count), 0) as pooled_rate
    from outcomes
    group by is_now, activity
),

chances as (
    select
        outcomes.is_now,
        outcomes.activity,
        outcomes.purchase_band,
        outcomes.spell_count,
        outcomes.returned_count,
        (outcomes.returned_count + cast(cut_offs.value as double) * pooled.pooled_rate)
        / (outcomes.spell_count + cast(cut_offs.value as double)) as return_rate
    from outcomes
    inner join pooled on outcomes.is_now = pooled.is_now and outcomes.activity = pooled.activity
    left join cut_offs on cut_offs.name = 'shrink_cases'
)

select
    chances.*,
    on_time.return_rate as on_time_return_rate,
    on_time.spell_count as on_time_spell_count,
    on_time.returned_count as on_time_returned_count
from chances
left join chances as on_time
    on
        chances.is_now = on_time.is_now
        and chances.purchase_band = on_time.purchase_band
        and on_time.activity = 'active'
