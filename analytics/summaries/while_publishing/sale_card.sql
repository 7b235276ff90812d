/*
title:   Points of the card for what is known when a lead comes in
grain:   one row per way in and referral that some lead has
needs:   lead_states, score_points
returns: path_key, referral_key, card_rate 0-1 or null
assumes: of the sale axis only referral and path are known that early: need, willingness and resources are asked later, and
         an answer that was noted because somebody bought would tell the outcome; share of the points that can be known
source:  M17, H6, docs/decisions/024
*/
with

keys as (
    select
        lower(trim(path)) as path_key,
        referral as referral_key
    from lead_states
    group by lower(trim(path)), referral
),

weights as (
    select
        attribute,
        max(points) as weight_points
    from score_points
    where axis = 'sale' and attribute in ('path', 'referral')
    group by attribute
),

path_rules as (
    select
        keys.path_key,
        min(score_points.rule_order) as rule_order
    from keys
    inner join score_points
        on score_points.axis = 'sale' and score_points.attribute = 'path' and keys.path_key like score_points.value_like
    group by keys.path_key
),

earned as (
    select
        keys.path_key,
        keys.referral_key,
        of_path.points as path_points,
        case when of_path.points is not null then path_weights.weight_points end as path_weight,
        of_referral.points as referral_points,
        case when of_referral.points is not null then referral_weights.weight_points end as referral_weight
    from keys
    left join path_rules on keys.path_key = path_rules.path_key
    left join score_points as of_path
        on of_path.axis = 'sale' and of_path.attribute = 'path' and path_rules.rule_order = of_path.rule_order
    left join score_points as of_referral
        on
            of_referral.axis = 'sale' and of_referral.attribute = 'referral'
            and keys.referral_key = of_referral.value_like
    left join weights as path_weights on path_weights.attribute = 'path'
    left join weights as referral_weights on referral_weights.attribute = 'referral'
)

select
    path_key,
    referral_key,
    cast(coalesce(path_points, 0) + coalesce(referral_points, 0) as double)
    / nullif(coalesce(path_weight, 0) + coalesce(referral_weight, 0), 0) as card_rate
from earned
order by path_key, referral_key
