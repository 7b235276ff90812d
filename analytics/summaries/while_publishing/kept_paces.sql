/*
title:   How much of the pace that their gap promises customers keep who come back
grain:   one row per number of purchases before the hold-out (1, 2, 3 for more) of which somebody came back
needs:   holdout_rhythms, holdout_tallies, cut_offs
returns: purchase_band, order_count, pace_rate
assumes: customers who ordered in the hold-out; pace_rate = orders that came by those that their gaps promised, drawn toward
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
        holdout_rhythms.purchase_band,
        sum(holdout_tallies.later_count) as order_count,
        sum(holdout_rhythms.gap_count) as promised_count
    from holdout_rhythms
    inner join holdout_tallies on holdout_rhythms.person_key = holdout_tallies.person_key
    where holdout_tallies.later_count > 0 and holdout_rhythms.gap_count > 0
    group by holdout_rhythms.purchase_band
),

pooled as (
    select sum(order_count) / sum(promised_count) as pace_rate
    from bands
)

select
    bands.purchase_band,
    cast(bands.order_count as bigint) as order_count,
    (bands.order_count + limits.shrink_cases * pooled.pace_rate) / (bands.promised_count + limits.shrink_cases) as pace_rate
from bands
cross join pooled
cross join limits
