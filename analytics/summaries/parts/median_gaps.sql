/*
title:   Days from one purchase to the next, of anybody
grain:   one row
needs:   purchases
returns: gap_days
assumes: 30 days while nobody came back
source:  M4, docs/decisions/031
*/
select coalesce(median(date_diff('day', order_date, next_date)), 30) as gap_days
from purchases
where next_date is not null
