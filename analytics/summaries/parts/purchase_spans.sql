/*
title:   First and last purchase of each customer and how many, as known on four days
grain:   one row per day (known_on: now, quarter_ago, cut: the day before the hold-out, earlier: as long before that) and
         customer who had ordered by then
needs:   holdout_tallies
returns: known_on, person_key, purchase_count, span_days
assumes: span_days lie between the first and the last purchase known on that day
source:  M5 and M6, docs/decisions/030, docs/decisions/034
*/
with

known as (
    select
        'now' as known_on,
        person_key,
        purchase_count,
        first_date,
        last_date
    from holdout_tallies
    union all
    select
        'quarter_ago',
        person_key,
        quarter_count,
        first_date,
        quarter_last_date
    from holdout_tallies
    where quarter_count > 0
    union all
    select
        'cut',
        person_key,
        cut_count,
        first_date,
        cut_last_date
    from holdout_tallies
    where cut_count > 0
    union all
    select
        'earlier',
        person_key,
        earlier_count,
        first_date,
        earlier_last_date
    from holdout_tallies
    where earlier_count > 0
)

select
    known_on,
    person_key,
    purchase_count,
    date_diff('day', first_date, last_date) as span_days
from known
