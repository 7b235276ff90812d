/*
title:   How often each customer orders
grain:   one row per customer with an order
needs:   usual_gaps
returns: person_key, kind_number, order_day_count, usual_gap_days
assumes: several orders on one day are one purchase; the usual gap as usual_gaps has it now
source:  docs/decisions/004
*/
select
    person_key,
    kind_number,
    purchase_count as order_day_count,
    usual_gap_days
from usual_gaps
where known_on = 'now'
order by person_key
