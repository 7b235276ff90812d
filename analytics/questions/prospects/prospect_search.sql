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
    prospect_cards.person_key,
    prospect_cards.lead_id,
    prospect_cards.name,
    prospect_cards.company,
    prospect_cards.prospect_kind,
    prospect_cards.sale_score,
    prospect_cards.repeat_score,
    prospect_cards.owner
from prospect_cards
left join mailed on prospect_cards.person_key = mailed.person_key
where
    cast($search as varchar) is null
    or lower(coalesce(prospect_cards.name, '')) like '%' || lower(cast($search as varchar)) || '%'
    or lower(coalesce(prospect_cards.company, '')) like '%' || lower(cast($search as varchar)) || '%'
    or lower(coalesce(prospect_cards.lead_id, '')) like '%' || lower(cast($search as varchar)) || '%'
    or mailed.person_key is not null
order by
    case prospect_cards.prospect_kind
        when 'opportunity' then 1
        when 'easy_one_off' then 2
        when 'nurture' then 3
        when 'let_go' then 4
        else 5
    end asc,
    prospect_cards.kind_rank asc
limit 50
