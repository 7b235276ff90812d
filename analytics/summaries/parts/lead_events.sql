/*
title:   What happened with leads, as steps of a path
grain:   one row per lead that came in, and one more for what its status says
needs:   leads, stages, path_links
returns: person_key, event_date, path, link, is_dated, owner
assumes: a lead is lead generation on the day it came in, on its path, else under its source; a status says what happened but
         not when
source:  M11; our choice of what counts as what, docs/decisions/010
*/
with

known_leads as (
    select
        leads.person_key,
        cast(leads.created_at as date) as event_date,
        coalesce(leads.path, leads.source) as path,
        leads.owner,
        case
            when stages.is_won or path_links.link = 'sale' then 'sale'
            when stages.is_lost or path_links.link = 'no' then 'lost'
            else path_links.link
        end as link
    from leads
    left join stages on lower(trim(leads.status)) = lower(stages.stage_name)
    left join path_links on path_links.path = '*' and lower(trim(leads.status)) = lower(path_links.action)
)

select
    person_key,
    cast(created_at as date) as event_date,
    coalesce(path, source) as path,
    'lead_generation' as link,
    true as is_dated,
    owner
from leads
union all
select
    person_key,
    event_date,
    path,
    link,
    false,
    owner
from known_leads
where link is not null
