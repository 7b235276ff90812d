/*
title:   Answers of a lead that count for a deal
grain:   one row per deal whose lead is known, deal_place 1 where its answers count
needs:   lead_states
parts:   deals_answered
returns: deal_id, need, need_proof, willingness, willingness_proof, resources, resources_proof, deal_place
assumes: that of the lead that the deal names, else of the person's latest lead until it was opened; for the first deal since alone
source:  M18
*/
with

lead_rows as (
    select
        deals_answered.deal_id,
        deals_answered.opened_at,
        lead_states.person_key,
        lead_states.newness,
        row_number() over (partition by deals_answered.deal_id order by lead_states.newness asc) as lead_place
    from deals_answered
    inner join lead_states on deals_answered.person_key = lead_states.person_key
    where
        case
            when deals_answered.lead_id is not null then deals_answered.lead_id = lead_states.lead_id
            else coalesce(lead_states.created_date <= cast(deals_answered.opened_at as date), true)
        end
)

select
    lead_rows.deal_id,
    lead_states.need,
    lead_states.need_proof,
    lead_states.willingness,
    lead_states.willingness_proof,
    lead_states.resources,
    lead_states.resources_proof,
    row_number() over (
        partition by lead_rows.person_key, lead_rows.newness
        order by lead_rows.opened_at asc, lead_rows.deal_id asc
    ) as deal_place
from lead_rows
inner join lead_states on lead_rows.person_key = lead_states.person_key and lead_rows.newness = lead_states.newness
where lead_rows.lead_place = 1
