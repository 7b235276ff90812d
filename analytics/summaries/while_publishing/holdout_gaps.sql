/*
title:   What the gap of each customer promised in two stretches of the past, and what came
grain:   one row per stretch, the hold-out (is_last) and one as long before it, and customer who had ordered before it
needs:   holdout_tallies, usual_gaps
returns: is_last, person_key, kind_number, cut_date, purchase_band, quiet_days, gap_days, gap_count, came_count
assumes: the usual gap as known on cut_date, the day before the stretch; gap_count = orders that the gap alone promises in
         it
source:  M5 and M6, docs/decisions/030, docs/decisions/034
*/
with

stretches as (
    select
        true as is_last,
        'cut' as known_on,
        person_key,
        cut_date,
        horizon_days,
        cut_last_date as last_date,
        later_count as came_count
    from holdout_tallies
    where cut_count > 0
    union all
    select
        false,
        'earlier',
        person_key,
        earlier_date,
        horizon_days,
        earlier_last_date,
        same_count
    from holdout_tallies
    where earlier_count > 0
)

select
    stretches.is_last,
    stretches.person_key,
    usual_gaps.kind_number,
    stretches.cut_date,
    least(usual_gaps.purchase_count, 3) as purchase_band,
    date_diff('day', stretches.last_date, stretches.cut_date) as quiet_days,
    usual_gaps.usual_gap_days as gap_days,
    stretches.horizon_days / nullif(usual_gaps.usual_gap_days, 0) as gap_count,
    stretches.came_count
from stretches
inner join usual_gaps on stretches.known_on = usual_gaps.known_on and stretches.person_key = usual_gaps.person_key
