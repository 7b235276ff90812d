/*
title:   The hold-out: a stretch of the past whose orders are foretold and then counted
grain:   one row
needs:   data_span
returns: horizon_days, cut_date, earlier_date
assumes: it is the last 365 days, at most a third of the history; cut_date is the day before it, earlier_date as long before
         that
source:  M6, docs/decisions/034
*/
with

lengths as (
    select
        cast(
            least(
                365,
                floor(
                    date_diff(
                        'day',
                        min(case when table_name = 'orders' then first_day end),
                        max(case when table_name = 'orders' then last_day end)
                    ) / 3.0
                )
            ) as integer
        ) as horizon_days,
        max(last_day) as last_date
    from data_span
)

select
    horizon_days,
    cast(last_date - horizon_days as date) as cut_date,
    cast(last_date - 2 * horizon_days as date) as earlier_date
from lengths
