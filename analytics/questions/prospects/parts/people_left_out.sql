/*
title:   People who are no prospects
grain:   one row
needs:   prospect_states
params:  $as_of date; $owner text or null; $path text or null
returns: customer_count, lost_count
source:  docs/decisions/021
*/
select
    count(case when excluded_reason = 'customer' then 1 end) as customer_count,
    count(case when excluded_reason <> 'customer' then 1 end) as lost_count
from prospect_states
where
    excluded_reason is not null
    and (created_date is null or created_date <= cast($as_of as date))
    and (cast($owner as varchar) is null or owner = cast($owner as varchar))
    and (cast($path as varchar) is null or path = cast($path as varchar))
