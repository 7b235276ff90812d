/*
title:   How often customers came back, as known on three days
grain:   one row per day (known_on: now, quarter_ago, cut: the day before the hold-out), activity, purchase band and kind of
         customers of which somebody had been
needs:   purchase_returns
parts:   state_days, holdout_days
returns: known_on, activity, purchase_band, kind_number, spell_count, returned_count
assumes: spells that began a year or more before the day: their outcome was known
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
)

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
