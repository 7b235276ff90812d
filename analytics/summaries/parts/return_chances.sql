/*
title:   The chance to order again within a year, by how late somebody is, beside that of those on time
grain:   one row per day (known_on: now, quarter_ago, cut: the day before the hold-out), activity and purchase band of which
         somebody had been, and kind of customers
needs:   purchase_returns, pace_kinds, cut_offs
parts:   state_days, holdout_days
returns: known_on, activity, purchase_band, kind_number, spell_count, returned_count, pooled_rate, return_rate,
         on_time_return_rate, on_time_spell_count, on_time_returned_count
assumes: counted on spells that were over on that day, of the kind and with as many purchases; drawn toward all of the kind
         as late, and these toward everybody as late (pooled_rate), each as if shrink_cases of them stood beside
source:  M5, docs/decisions/030
*/
with

known_days as (
    select
        'now' as known_on,
        now_date as known_date
    from state_days
    union all
    select
        'quarter_ago',
        before_date
    from state_days
    union all
    select
        'cut',
        cut_date
    from holdout_days
),

-- spells that began a year or more before the day: their outcome was known
outcomes as (
    select
        known_days.known_on,
        purchase_returns.activity,
        purchase_returns.purchase_band,
        purchase_returns.kind_number,
        cast(sum(purchase_returns.spell_count) as bigint) as spell_count,
        cast(sum(purchase_returns.returned_count) as bigint) as returned_count
    from purchase_returns
    inner join known_days on purchase_returns.spell_date <= known_days.known_date - 365
    group by
        known_days.known_on,
        purchase_returns.activity,
        purchase_returns.purchase_band,
        purchase_returns.kind_number
),

pooled as (
    select
        known_on,
        activity,
        cast(sum(returned_count) as double) / nullif(sum(spell_count), 0) as pooled_rate
    from outcomes
    group by known_on, activity
),

bands as (
    select
        known_on,
        activity,
        purchase_band
    from outcomes
    group by known_on, activity, purchase_band
),

kinds as (
    select
        known_on,
        activity,
        kind_number,
        sum(spell_count) as spell_count,
        sum(returned_count) as returned_count
    from outcomes
    group by known_on, activity, kind_number
),

kind_numbers as (
    select 0 as kind_number
    union all
    select kind_number
    from pace_kinds
),

limits as (
    select max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

counted as (
    select
        bands.known_on,
        bands.activity,
        bands.purchase_band,
        kind_numbers.kind_number,
        coalesce(outcomes.spell_count, 0) as spell_count,
        coalesce(outcomes.returned_count, 0) as returned_count,
        coalesce(kinds.spell_count, 0) as kind_spell_count,
        coalesce(kinds.returned_count, 0) as kind_returned_count,
        pooled.pooled_rate,
        limits.shrink_cases
    from bands
    inner join pooled on bands.known_on = pooled.known_on and bands.activity = pooled.activity
    cross join kind_numbers
    cross join limits
    left join kinds
        on
            bands.known_on = kinds.known_on
            and bands.activity = kinds.activity
            and kind_numbers.kind_number = kinds.kind_number
    left join outcomes
        on
            bands.known_on = outcomes.known_on
            and bands.activity = outcomes.activity
            and bands.purchase_band = outcomes.purchase_band
            and kind_numbers.kind_number = outcomes.kind_number
),

chances as (
    select
        known_on,
        activity,
        purchase_band,
        kind_number,
        spell_count,
        returned_count,
        pooled_rate,
        (
            returned_count
            + shrink_cases * (kind_returned_count + shrink_cases * pooled_rate)
            / (kind_spell_count + shrink_cases)
        ) / (spell_count + shrink_cases) as return_rate
    from counted
)

select
    chances.*,
    on_time.return_rate as on_time_return_rate,
    on_time.spell_count as on_time_spell_count,
    on_time.returned_count as on_time_returned_count
from chances
left join chances as on_time
    on
        chances.known_on = on_time.known_on
        and chances.purchase_band = on_time.purchase_band
        and chances.kind_number = on_time.kind_number
        and on_time.activity = 'active'
