/*
title:   How much of the pace that their gap promises customers keep who come back
grain:   one row per stretch of the past (is_last: the hold-out) and number of purchases before it (1, 2, 3 for more) of
         which somebody came back
needs:   holdout_gaps, cut_offs
returns: is_last, purchase_band, order_count, pace_rate
assumes: customers who ordered in the stretch; pace_rate = orders that came by those that their gaps promised, drawn toward
         that of all as if shrink_cases promised orders stood beside; whoever ordered once has the gap of those who come
         back, at which few of them go on: without this their year would be worth several orders that nobody places
source:  M5, docs/decisions/030
*/
with

limits as (
    select max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

bands as (
    select
        is_last,
        purchase_band,
        sum(came_count) as order_count,
        sum(gap_count) as promised_count
    from holdout_gaps
    where came_count > 0 and gap_count > 0
    group by is_last, purchase_band
),

pooled as (
    select
        is_last,
        sum(order_count) / sum(promised_count) as pace_rate
    from bands
    group by is_last
)

select
    bands.is_last,
    bands.purchase_band,
    cast(bands.order_count as bigint) as order_count,
    (bands.order_count + limits.shrink_cases * pooled.pace_rate) / (bands.promised_count + limits.shrink_cases) as pace_rate
from bands
inner join pooled on bands.is_last = pooled.is_last
cross join limits
