/*
title:   What was counted of people who are not known
grain:   one row per path, link and action
needs:   path_periods
params:  $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns: path, link_order, link, action, reached_count, spend_amount
assumes: a reporting period counts on its first day; nobody owns a count, so none is left when an owner is chosen
source:  M11
*/
select
    path,
    case link when 'lead_generation' then 1 when 'nurturing' then 2 when 'ask' then 3 else 4 end as link_order,
    link,
    action,
    cast(sum(count) as bigint) as reached_count,
    sum(spend_amount) as spend_amount
from path_periods
where
    period_start <= cast($as_of as date)
    and (cast($period_start as date) is null or period_start >= cast($period_start as date))
    and (cast($period_end as date) is null or period_start < cast($period_end as date))
    and (cast($path as varchar) is null or path = cast($path as varchar))
    and cast($owner as varchar) is null
group by path, link, action
