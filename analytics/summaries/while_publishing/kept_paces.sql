/*
title:   How much of the pace that their gap promises customers keep who come back
grain:   one row per stretch of the past (is_last: the hold-out), number of purchases before it (1, 2, 3 for more) of
         which somebody came back, and kind of customers
needs:   holdout_gaps, cut_offs
parts:   kind_numbers
returns: is_last, purchase_band, kind_number, order_count, pace_rate
assumes: customers who ordered in the stretch; pace_rate = orders that came by those that their gaps promised, of the kind
         and with as many purchases, drawn toward all of the kind, and these toward everybody, each as if shrink_cases promised
         orders stood beside; whoever ordered once has the gap of those who come back, at which few of them go
         on: without this their year would be worth several orders that nobody places
source:  M5, docs/decisions/030
*/
with

limits as (
    select max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

kept as (
    select
        is_last,
        purchase_band,
        kind_number,
        sum(came_count) as order_count,
        sum(gap_count) as promised_count
    from holdout_gaps
    where came_count > 0 and gap_count > 0
    group by is_last, purchase_band, kind_number
),

pooled as (
    select
        is_last,
        sum(order_count) / sum(promised_count) as pace_rate
    from kept
    group by is_last
),

bands as (
    select
        is_last,
        purchase_band
    from kept
    group by is_last, purchase_band
),

kinds as (
    select
        is_last,
        kind_number,
        sum(order_count) as order_count,
        sum(promised_count) as promised_count
    from kept
    group by is_last, kind_number
),

counted as (
    select
        bands.is_last,
        bands.purchase_band,
        kind_numbers.kind_number,
        coalesce(kept.order_count, 0) as order_count,
        coalesce(kept.promised_count, 0) as promised_count,
        limits.shrink_cases,
        coalesce(
            (kinds.order_count + limits.shrink_cases * pooled.pace_rate) / (kinds.promised_count + limits.shrink_cases),
            pooled.pace_rate
        ) as kind_rate
    from bands
    inner join pooled on bands.is_last = pooled.is_last
    cross join kind_numbers
    cross join limits
    left join kinds on bands.is_last = kinds.is_last and kind_numbers.kind_number = kinds.kind_number
    left join kept
        on
            bands.is_last = kept.is_last
            and bands.purchase_band = kept.purchase_band
            and kind_numbers.kind_number = kept.kind_number
)

select
    is_last,
    purchase_band,
    kind_number,
    cast(order_count as bigint) as order_count,
    -- shrink_cases may be 0: then a kind of which nobody came back has the pace of the others
    coalesce(
        (order_count + shrink_cases * kind_rate) / nullif(promised_count + shrink_cases, 0),
        kind_rate
    ) as pace_rate
from counted
