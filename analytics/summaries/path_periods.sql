/*
title:   Counts of paths on which people are not known
grain:   one row per path, action and period
needs:   path_counts, path_links
returns: path, action, link, period_start, count, spend_amount
assumes: an action that path_links does not know belongs to lead generation: it is counted before anybody is known
source:  M11, docs/decisions/010
*/
select
    trim(path_counts.path) as path,
    path_counts.action,
    coalesce(own_links.link, any_links.link, 'lead_generation') as link,
    path_counts.period_start,
    sum(path_counts.count) as count,
    sum(path_counts.spend_amount) as spend_amount
from path_counts
left join path_links as own_links
    on lower(path_counts.path) = lower(own_links.path) and lower(path_counts.action) = lower(own_links.action)
left join path_links as any_links
    on any_links.path = '*' and lower(path_counts.action) = lower(any_links.action)
group by
    trim(path_counts.path), path_counts.action, coalesce(own_links.link, any_links.link, 'lead_generation'),
    path_counts.period_start
order by path, path_counts.action, path_counts.period_start
