/*
title:   Kinds of touch with the link that they are of
grain:   one row per kind of touch
needs:   touch_kinds, path_links
returns: kind_key, path, link
assumes: what a kind of touch is, is asked once and not of every touch; the link of the file counts, else that of path_links for
         the path, else for any path
source:  M11; our choice of what counts as what, docs/decisions/010
*/
select
    touch_kinds.kind_key,
    touch_kinds.path,
    case
        when lower(trim(touch_kinds.link)) in ('lead_generation', 'nurturing', 'ask', 'sale', 'no')
            then lower(trim(touch_kinds.link))
        else coalesce(own_links.link, any_links.link)
    end as link
from touch_kinds
left join path_links as own_links
    on
        lower(trim(touch_kinds.path)) = lower(own_links.path)
        and lower(trim(touch_kinds.action)) = lower(own_links.action)
left join path_links as any_links
    on any_links.path = '*' and lower(trim(touch_kinds.action)) = lower(any_links.action)
