/*
title:   The days of which the state of each customer is told
grain:   one row
needs:   data_span
returns: now_date, before_date
assumes: the last day in the data, and a quarter before
source:  M5, docs/decisions/030
*/
select
    max(last_day) as now_date,
    cast(max(last_day) - interval 3 month as date) as before_date
from data_span
