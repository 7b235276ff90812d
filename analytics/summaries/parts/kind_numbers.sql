/*
title:   Numbers of the kinds of customers, and 0 for those of none
grain:   one row per kind, and one
needs:   pace_kinds
returns: kind_number
source:  docs/decisions/030
*/
select 0 as kind_number
union all
select kind_number
from pace_kinds
