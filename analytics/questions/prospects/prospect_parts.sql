/*
title:    What speaks for and against this prospect
question: Which things known of this prospect lift its scores, its chance and what would come after, and by how much?
method:   M17, H1, H2, H5
grain:    one row per axis and attribute of one prospect
needs:    leads or deals
uses:     orders, customers, touches, interactions, referrals
parts:    chosen_prospect
params:   $prospect_id text or null (null: the best opportunity)
returns:  axis, attribute, value, points, weight_points, points_source, why, times, low_times, high_times, case_count,
          success_count, next_question, name
absent:   points_source, why, times, low_times, high_times, case_count, success_count, next_question
summary:  name
assumes:  times = how many times as likely (odds) to buy, or as many later orders, as the mean of those of whom it is known, all
          else held; 1 is no difference; empty where nothing could be learned; what is not known has no points
source:   docs/decisions/020, 024, 025
next_step: Ask what is not known; it may settle the label.
*/
with

card as (
    select
        axis,
        attribute,
        max(points) as weight_points,
        min(case when value_like is null then why end) as next_question
    from score_points
    group by axis, attribute
),

worn as (
    select
        card.axis,
        card.attribute,
        card.weight_points,
        card.next_question,
        told_prospects.name,
        case card.attribute
            when 'need' then told_prospects.need
            when 'willingness' then told_prospects.willingness
            when 'resources' then told_prospects.resources
            when 'referral' then told_prospects.referral
            when 'path' then told_prospects.path
            when 'warmth' then told_prospects.warmth
            when 'contact' then told_prospects.contact
            when 'industry' then told_prospects.industry
            when 'sites' then told_prospects.site_band
            when 'product' then told_prospects.product
        end as value
    from chosen_prospect
    inner join told_prospects on chosen_prospect.person_key = told_prospects.person_key
    cross join card
),

effects as (
    select
        'sale' as axis,
        attribute,
        value_key,
        effect,
        deviation
    from sale_effects
    union all
    select
        'repeat',
        attribute,
        value_key,
        effect,
        deviation
    from repeat_effects
)

select
    worn.axis,
    worn.attribute,
    worn.value,
    round(attribute_points.points, 1) as points,
    coalesce(attribute_points.weight_points, cast(worn.weight_points as double)) as weight_points,
    attribute_points.points_source,
    attribute_points.why,
    exp(effects.effect) as times,
    exp(effects.effect - 1.645 * effects.deviation) as low_times,
    exp(effects.effect + 1.645 * effects.deviation) as high_times,
    attribute_points.case_count,
    attribute_points.success_count,
    case when worn.value is null then worn.next_question end as next_question,
    worn.name
from worn
left join attribute_points
    on
        worn.axis = attribute_points.axis
        and worn.attribute = attribute_points.attribute
        and lower(trim(worn.value)) = attribute_points.value_key
left join effects
    on
        worn.axis = effects.axis
        and worn.attribute = effects.attribute
        and lower(trim(worn.value)) = effects.value_key
order by worn.axis desc, worn.weight_points desc, worn.attribute asc
