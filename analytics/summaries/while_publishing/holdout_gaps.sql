/*
title:   What the gap of each customer promised in two stretches of the past, and what came
grain:   one row per stretch, the hold-out (is_last) and one as long before it, and customer who had ordered before it
needs:   holdout_tallies
returns: is_last, person_key, cut_date, purchase_band, quiet_days, gap_days, gap_count, came_count
assumes: the customer's own gap, drawn toward that of the business, as known on cut_date, the day before the stretch;
         gap_count = orders that the gap alone promises in it
source:  M5 and M6, docs/decisions/030, docs/decisions/034
*/
with

stretches as (
    select
        true as is_last,
        person_key,
        cut_date,
        horizon_days,
        first_date,
        cut_last_date as last_date,
        cut_count as purchase_count,
        later_count as came_count
    from holdout_tallies
    where cut_count > 0
    union all
    select
        false,
        person_key,
        cast(cut_date - horizon_days as date),
        horizon_days,
        first_date,
        earlier_last_date,
        earlier_count,
        same_count
    from holdout_tallies
    where earlier_count > 0
),

business as (
    select
        is_last,
        cast(sum(date_diff('day', first_date, last_date)) as double) / nullif(sum(purchase_count - 1), 0) as gap_days
    from stretches
    group by is_last
),

gaps as (
    select
        stretches.*,
        (date_diff('day', stretches.first_date, stretches.last_date) + 2 * business.gap_days)
        / (stretches.purchase_count + 1) as gap_days
    from stretches
    inner join business on stretches.is_last = business.is_last
)

select
    is_last,
    person_key,
    cut_date,
    least(purchase_count, 3) as purchase_band,
    date_diff('day', last_date, cut_date) as quiet_days,
    gap_days,
    horizon_days / nullif(gap_days, 0) as gap_count,
    came_count
from gaps
