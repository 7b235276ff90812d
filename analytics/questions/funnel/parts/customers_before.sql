/*
title:   People of a path who had bought before they came in on it
grain:   one row
needs:   journeys
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns: customer_before_count
source:  M11, docs/decisions/010
*/
select count(*) as customer_before_count
from journeys
where
    was_customer
    and is_first_path
    and entered_date <= cast($as_of as date)
    and (cast($period_start as date) is null or entered_date >= cast($period_start as date))
    and (cast($period_end as date) is null or entered_date < cast($period_end as date))
    and (cast($owner as varchar) is null or owner = cast($owner as varchar))
    and (cast($path as varchar) is null or path = cast($path as varchar))
