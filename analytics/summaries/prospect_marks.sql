/*
title:   Label and scores of each prospect in this version
grain:   one row per lead that is a prospect
needs:   prospect_cards, data_span
returns: lead_id, marked_date, prospect_kind, sale_score, repeat_score
assumes: the next version compares its own with these
source:  M17
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
)

select
    prospect_cards.lead_id,
    spans.last_day as marked_date,
    prospect_cards.prospect_kind,
    prospect_cards.sale_score,
    prospect_cards.repeat_score
from prospect_cards
cross join spans
where prospect_cards.lead_id is not null
order by prospect_cards.lead_id
