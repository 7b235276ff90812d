/*
title:   Prospects with what was written down about them since
grain:   one row per prospect about whom an answer, a talk or a letter was written down
needs:   prospect_cards, people, written_answers, entries
returns: the columns of summaries/while_publishing/prospects.sql
assumes: an answer written here comes before that of the file; a talk is a contact that nurtures, a letter a contact
source:  M18, docs/decisions/027
*/
select
    prospect_cards.person_key,
    prospect_cards.lead_id,
    prospect_cards.deal_id,
    prospect_cards.name,
    prospect_cards.company,
    prospect_cards.owner,
    prospect_cards.path,
    prospect_cards.source,
    prospect_cards.industry,
    prospect_cards.site_count,
    prospect_cards.site_band,
    prospect_cards.product,
    prospect_cards.referral,
    prospect_cards.likely_amount,
    prospect_cards.created_date,
    prospect_cards.open_deal_count,
    prospect_cards.open_amount,
    prospect_cards.stage_name,
    greatest(prospect_cards.last_contact_date, contacts.contact_date) as last_contact_date,
    case
        when contacts.talk_count > 0 and coalesce(prospect_cards.warmth, 'met') = 'met' then 'nurtured'
        else prospect_cards.warmth
    end as warmth,
    prospect_cards.contact,
    coalesce(written_answers.need, prospect_cards.need) as need,
    case when written_answers.need is null then prospect_cards.need_proof else written_answers.need_proof end as need_proof,
    coalesce(written_answers.willingness, prospect_cards.willingness) as willingness,
    case
        when written_answers.willingness is null then prospect_cards.willingness_proof
        else written_answers.willingness_proof
    end as willingness_proof,
    coalesce(written_answers.resources, prospect_cards.resources) as resources,
    case
        when written_answers.resources is null then prospect_cards.resources_proof
        else written_answers.resources_proof
    end as resources_proof,
    coalesce(
        coalesce(written_answers.need, prospect_cards.need) = 'yes'
        and coalesce(written_answers.willingness, prospect_cards.willingness) = 'yes'
        and coalesce(written_answers.resources, prospect_cards.resources) = 'yes',
        false
    ) as is_justified,
    coalesce(prospect_cards.site_count, people.site_count) as known_site_count,
    prospect_cards.look_key,
    -- few enough for each to stand alone
    cast(prospect_cards.person_key as varchar) as standing_key
from (
    select person_key
    from entries
    where kind in ('need', 'willingness', 'resources', 'talked', 'sent') and person_key > 0
    group by person_key
) as written
inner join prospect_cards on written.person_key = prospect_cards.person_key
inner join people on written.person_key = people.person_key
left join written_answers on written.person_key = written_answers.person_key
left join (
    select
        person_key,
        max(cast(written_at as date)) as contact_date,
        count(case when kind = 'talked' then 1 end) as talk_count
    from entries
    where kind in ('talked', 'sent')
    group by person_key
) as contacts on written.person_key = contacts.person_key
