/*
title:   The chance to order again within a year, by how late somebody is, beside that of those on time
grain:   one row per day (known_on: now, quarter_ago, cut: the day before the hold-out), activity and purchase band of which
         somebody had been, and kind of customers
needs:   cut_offs
parts:   return_counts
returns: known_on, activity, purchase_band, kind_number, spell_count, returned_count, pooled_rate, return_rate,
         on_time_return_rate, on_time_spell_count, on_time_returned_count
assumes: counted on spells that were over on that day, of the kind and with as many purchases; drawn toward all of the kind
         as late, and these toward everybody as late (pooled_rate), each as if shrink_cases of them stood beside
source:  M5, docs/decisions/030
*/
with

limits as (
    select max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

-- shrink_cases may be 0: then whoever has no case of their own has the rate of the others
drawn as (
    select
        return_counts.*,
        limits.shrink_cases,
        coalesce(
            (return_counts.kind_returned_count + limits.shrink_cases * return_counts.pooled_rate)
            / nullif(return_counts.kind_spell_count + limits.shrink_cases, 0),
            return_counts.pooled_rate
        ) as kind_rate
    from return_counts
    cross join limits
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
        coalesce(
            (returned_count + shrink_cases * kind_rate) / nullif(spell_count + shrink_cases, 0),
            kind_rate
        ) as return_rate
    from drawn
)

select
    chances.known_on,
    chances.activity,
    chances.purchase_band,
    chances.kind_number,
    chances.spell_count,
    chances.returned_count,
    chances.pooled_rate,
    chances.return_rate,
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
