/*
title:   Prospects
grain:   one row per person we might sell to who has not bought yet
needs:   prospect_states, people, lead_states
returns: person_key, lead_id, deal_id, name, company, owner, path, source, industry, site_count, site_band, product,
         referral, likely_amount, created_date, open_deal_count, open_amount, stage_name, last_contact_date, warmth,
         contact, need, need_proof, willingness, willingness_proof, resources, resources_proof, is_justified, known_site_count,
         look_key, standing_key
assumes: an answer of the open deal comes before that of the lead; known_site_count may come from another row about the
         person; contact counts e-mail, phone and town or postcode;
         look_key = what was known when they came in, standing_key = everything that points weigh, as one text each, in
         lower case, an empty place for what is not known
source:  glossary; M18; docs/decisions/021, docs/decisions/071
*/
with

reachable as (
    select
        person_key,
        name,
        company,
        industry,
        site_count,
        case when email is null then 0 else 1 end
        + case when phone is null then 0 else 1 end
        + case when city is null and postcode is null then 0 else 1 end as way_count
    from people
),

known as (
    select
        prospect_states.person_key,
        lead_states.lead_id,
        prospect_states.deal_id,
        people.name,
        people.company,
        prospect_states.owner,
        prospect_states.path,
        lead_states.source,
        coalesce(lead_states.industry, people.industry) as industry,
        lead_states.site_count,
        lead_states.site_band,
        coalesce(lead_states.site_count, people.site_count) as known_site_count,
        coalesce(lead_states.product, prospect_states.deal_product) as product,
        lead_states.referral,
        coalesce(prospect_states.deal_amount, lead_states.estimated_amount) as likely_amount,
        prospect_states.created_date,
        prospect_states.open_deal_count,
        prospect_states.open_amount,
        prospect_states.stage_name,
        prospect_states.last_contact_date,
        prospect_states.warmth,
        case people.way_count when 3 then 'all three' when 2 then 'two' when 1 then 'one' else 'none' end as contact,
        coalesce(prospect_states.deal_need, lead_states.need) as need,
        case when prospect_states.deal_id is null then lead_states.need_proof else prospect_states.deal_need_proof end as need_proof,
        coalesce(prospect_states.deal_willingness, lead_states.willingness) as willingness,
        case when prospect_states.deal_id is null then lead_states.willingness_proof else prospect_states.deal_willingness_proof end
            as willingness_proof,
        coalesce(prospect_states.deal_resources, lead_states.resources) as resources,
        case when prospect_states.deal_id is null then lead_states.resources_proof else prospect_states.deal_resources_proof end
            as resources_proof,
        coalesce(
            coalesce(prospect_states.deal_need, lead_states.need) = 'yes'
            and coalesce(prospect_states.deal_willingness, lead_states.willingness) = 'yes'
            and coalesce(prospect_states.deal_resources, lead_states.resources) = 'yes',
            false
        ) as is_justified
    from prospect_states
    inner join reachable as people on prospect_states.person_key = people.person_key
    left join lead_states on prospect_states.person_key = lead_states.person_key and lead_states.newness = 1
    where prospect_states.excluded_reason is null
),

looked as (
    select
        *,
        coalesce(lower(trim(industry)), '') || chr(31) || coalesce(lower(trim(site_band)), '') || chr(31)
        || coalesce(lower(trim(product)), '') || chr(31) || coalesce(lower(trim(path)), '') || chr(31)
        || coalesce(referral, '') as look_key
    from known
)

select
    *,
    look_key || chr(31) || coalesce(cast(known_site_count as varchar), '') || chr(31) || coalesce(warmth, '') || chr(31)
    || contact || chr(31) || coalesce(lower(trim(need)), '') || chr(31) || coalesce(lower(trim(willingness)), '') || chr(31)
    || coalesce(lower(trim(resources)), '') as standing_key
from looked
