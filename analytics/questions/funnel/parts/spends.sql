/*
title:   Money spent on each path, and since when
grain:   one row per path with money
needs:   path_periods
params:  $as_of date; $period_start date or null; $period_end date or null
returns: path, spend_amount, spend_from_date
source:  M15, docs/decisions/015
*/
select
    path,
    sum(spend_amount) as spend_amount,
    min(period_start) as spend_from_date
from path_periods
where
    spend_amount is not null
    and period_start <= cast($as_of as date)
    and (cast($period_start as date) is null or period_start >= cast($period_start as date))
    and (cast($period_end as date) is null or period_start < cast($period_end as date))
group by path
