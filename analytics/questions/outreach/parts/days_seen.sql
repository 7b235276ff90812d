/*
title:   The last day of which the orders are known
grain:   one row
needs:   data_span
params:  $as_of date
returns: last_day
source:  M3, docs/decisions/044
*/
select least(max(last_day), coalesce(cast($as_of as date), max(last_day))) as last_day
from data_span
