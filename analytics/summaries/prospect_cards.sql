/*
title:   What is told of each prospect
grain:   one row per prospect, best first within its kind
needs:   prospects, standing_scores, standing_evidence, standing_fit, score_points, look_chances, look_repeats, sale_verdict
returns: person_key, lead_id, deal_id, name, company, owner, path, source, industry, site_count, site_band, product,
         referral, likely_amount, created_date, open_deal_count, open_amount, stage_name, last_contact_date, warmth,
         contact, need, need_proof, willingness, willingness_proof, resources, resources_proof, is_justified,
         prospect_kind, kind_rank, is_label_sure, sale_score, sale_low_score, sale_high_score, sale_known_rate,
         score_sale_need, score_sale_willingness, score_sale_resources, score_sale_referral, score_sale_path,
         score_sale_warmth, score_sale_contact, repeat_score, repeat_low_score, repeat_high_score, repeat_known_rate,
         score_repeat_sites, score_repeat_industry, score_repeat_product, score_repeat_referral, score_repeat_path,
         unknown_attribute, next_question, justify_question, evidence_attribute, evidence_value,
         evidence_success_count, evidence_case_count, look_key, win_probability, win_low_probability, win_high_probability,
         expected_low_orders, expected_orders, expected_high_orders, expected_low_amount, expected_likely_amount,
         expected_high_amount, fit_rate, fit_known_count, is_outside
assumes: the next question is the one that would move the label most, or where no answer can move it, the first of need,
         willingness and resources that nobody asked; after a no there is nothing to ask; wide on purpose: a page reads
         this table alone; win_probability = share of leads like them who buy within the window of coming in, null unless
         sale_verdict says that it may be shown; kind_rank sorts, it does not count: the place of the score, then the person_key
source:  M17, M18, docs/decisions/071
*/
with

asking as (
    select
        attribute,
        min(why) as question
    from score_points
    where value_like is null
    group by attribute
),

-- sorted while narrow: what everybody of a standing shares is joined to the sorted rows
ordered as (
    select
        prospects.*,
        standing_scores.score_place * 4294967296 + prospects.person_key as kind_rank
    from prospects
    inner join standing_scores on prospects.standing_key = standing_scores.standing_key
    order by kind_rank
)

select
    prospects.person_key,
    prospects.lead_id,
    prospects.deal_id,
    prospects.name,
    prospects.company,
    prospects.owner,
    prospects.path,
    prospects.source,
    prospects.industry,
    prospects.site_count,
    prospects.site_band,
    prospects.product,
    prospects.referral,
    prospects.likely_amount,
    prospects.created_date,
    prospects.open_deal_count,
    prospects.open_amount,
    prospects.stage_name,
    prospects.last_contact_date,
    prospects.warmth,
    prospects.contact,
    prospects.need,
    prospects.need_proof,
    prospects.willingness,
    prospects.willingness_proof,
    prospects.resources,
    prospects.resources_proof,
    prospects.is_justified,
    standing_scores.prospect_kind,
    prospects.kind_rank,
    standing_scores.is_label_sure,
    standing_scores.sale_score,
    standing_scores.sale_low_score,
    standing_scores.sale_high_score,
    standing_scores.sale_known_rate,
    standing_scores.score_sale_need,
    standing_scores.score_sale_willingness,
    standing_scores.score_sale_resources,
    standing_scores.score_sale_referral,
    standing_scores.score_sale_path,
    standing_scores.score_sale_warmth,
    standing_scores.score_sale_contact,
    standing_scores.repeat_score,
    standing_scores.repeat_low_score,
    standing_scores.repeat_high_score,
    standing_scores.repeat_known_rate,
    standing_scores.score_repeat_sites,
    standing_scores.score_repeat_industry,
    standing_scores.score_repeat_product,
    standing_scores.score_repeat_referral,
    standing_scores.score_repeat_path,
    standing_scores.unknown_attribute,
    coalesce(settling.question, justifying.question) as next_question,
    justifying.question as justify_question,
    standing_evidence.attribute as evidence_attribute,
    standing_evidence.value as evidence_value,
    standing_evidence.success_count as evidence_success_count,
    standing_evidence.case_count as evidence_case_count,
    prospects.look_key,
    case when sale_verdict.is_shown and prospects.lead_id is not null then look_chances.win_rate end as win_probability,
    case when sale_verdict.is_shown and prospects.lead_id is not null then look_chances.win_low_rate end
        as win_low_probability,
    case when sale_verdict.is_shown and prospects.lead_id is not null then look_chances.win_high_rate end
        as win_high_probability,
    look_repeats.low_orders as expected_low_orders,
    look_repeats.likely_orders as expected_orders,
    look_repeats.high_orders as expected_high_orders,
    cast(look_repeats.low_amount as decimal(18, 2)) as expected_low_amount,
    cast(look_repeats.likely_amount as decimal(18, 2)) as expected_likely_amount,
    cast(look_repeats.high_amount as decimal(18, 2)) as expected_high_amount,
    standing_fit.fit_rate,
    standing_fit.known_count as fit_known_count,
    standing_fit.is_outside
from ordered as prospects
inner join standing_scores on prospects.standing_key = standing_scores.standing_key
left join standing_evidence on prospects.standing_key = standing_evidence.standing_key
left join standing_fit on prospects.standing_key = standing_fit.standing_key
left join look_chances on prospects.look_key = look_chances.look_key
left join look_repeats on prospects.look_key = look_repeats.look_key
left join sale_verdict on sale_verdict.is_used
left join asking as settling on standing_scores.unknown_attribute = settling.attribute
left join asking as justifying
    on
        justifying.attribute
        = case
            when prospects.need = 'no' or prospects.willingness = 'no' or prospects.resources = 'no' then null
            when prospects.need is null then 'need'
            when prospects.willingness is null then 'willingness'
            when prospects.resources is null then 'resources'
        end
