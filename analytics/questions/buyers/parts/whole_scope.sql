/*
title:   Whether the question is about all orders of everybody
grain:   one row
needs:   data_span
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null
returns: is_whole
assumes: without filters the ranks of publishing hold; with filters they are made anew
source:  docs/decisions/004
*/
select
    cast($period_start as date) is null
    and cast($period_end as date) is null
    and cast($owner as varchar) is null
    and cast($as_of as date) >= max(last_day) as is_whole
from data_span
