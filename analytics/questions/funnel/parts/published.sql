/*
title:   The last day, where that is what is asked for
grain:   one row, or none where another day or a period is asked for
needs:   data_span
params:  $as_of date; $period_start date or null; $period_end date or null
returns: last_day
assumes: a join with it reads what was counted when the version was published, and without a row nothing
source:  docs/decisions/070
*/
select max(last_day) as last_day
from data_span
having
    max(last_day) = cast($as_of as date)
    and cast($period_start as date) is null
    and cast($period_end as date) is null
