/*
title:    Find a prospect
question: Which prospects have this in their name, company, number or e-mail?
method:   H8
grain:    one row per prospect found, opportunities first; at most 50
needs:    leads or deals
params:   $search text or null
returns:  person_key, lead_id, name, company, prospect_kind, sale_score, repeat_score, owner
assumes:  upper and lower case are the same
source:   looked up
next_step: Choose one to see everything that is known of them.
*/
with

-- the e-mail stands with everybody's: only who has such a one is joined
mailed as (
    select person_key
    from people
    where lower(email) like '%' || lower(cast($search as varchar)) || '%'
)

select
    told_prospects.person_key,
    told_prospects.lead_id,
    told_prospects.name,
    told_prospects.company,
    told_prospects.prospect_kind,
    told_prospects.sale_score,
    told_prospects.repeat_score,
    told_prospects.owner
from told_prospects
left join mailed on told_prospects.person_key = mailed.person_key
where
    cast($search as varchar) is null
    or lower(coalesce(told_prospects.name, '')) like '%' || lower(cast($search as varchar)) || '%'
    or lower(coalesce(told_prospects.company, '')) like '%' || lower(cast($search as varchar)) || '%'
    or lower(coalesce(told_prospects.lead_id, '')) like '%' || lower(cast($search as varchar)) || '%'
    or mailed.person_key is not null
order by
    case told_prospects.prospect_kind
        when 'opportunity' then 1
        when 'easy_one_off' then 2
        when 'nurture' then 3
        when 'let_go' then 4
        else 5
    end asc,
    told_prospects.kind_rank asc
limit 50
