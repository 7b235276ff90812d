/*
title:   How often customers came back, beside their kind and everybody
grain:   one row per day, activity and purchase band of which somebody had been, and kind of customers
parts:   return_outcomes, kind_numbers
returns: known_on, activity, purchase_band, kind_number, spell_count, returned_count, kind_spell_count, kind_returned_count,
         pooled_rate
assumes: the kind_ columns count all of the kind as late, pooled_rate is that of everybody as late; a kind of which nobody had
         been counts 0
source:  M5, docs/decisions/030
*/
with

pooled as (
    select
        known_on,
        activity,
        cast(sum(returned_count) as double) / nullif(sum(spell_count), 0) as pooled_rate
    from return_outcomes
    group by known_on, activity
),

bands as (
    select
        known_on,
        activity,
        purchase_band
    from return_outcomes
    group by known_on, activity, purchase_band
),

kinds as (
    select
        known_on,
        activity,
        kind_number,
        sum(spell_count) as spell_count,
        sum(returned_count) as returned_count
    from return_outcomes
    group by known_on, activity, kind_number
)

select
    bands.known_on,
    bands.activity,
    bands.purchase_band,
    kind_numbers.kind_number,
    coalesce(return_outcomes.spell_count, 0) as spell_count,
    coalesce(return_outcomes.returned_count, 0) as returned_count,
    coalesce(kinds.spell_count, 0) as kind_spell_count,
    coalesce(kinds.returned_count, 0) as kind_returned_count,
    pooled.pooled_rate
from bands
inner join pooled on bands.known_on = pooled.known_on and bands.activity = pooled.activity
cross join kind_numbers
left join kinds
    on
        bands.known_on = kinds.known_on
        and bands.activity = kinds.activity
        and kind_numbers.kind_number = kinds.kind_number
left join return_outcomes
    on
        bands.known_on = return_outcomes.known_on
        and bands.activity = return_outcomes.activity
        and bands.purchase_band = return_outcomes.purchase_band
        and kind_numbers.kind_number = return_outcomes.kind_number
