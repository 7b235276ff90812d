/*
title:   Scores of every standing
grain:   one row per standing
parts:   points_parted, axis_scores, score_parts, standing_labels
returns: standing_key, prospect_kind, score_place, is_label_sure, unknown_attribute, sale_score, sale_low_score,
         sale_high_score, sale_known_rate, repeat_score, repeat_low_score, repeat_high_score, repeat_known_rate, the parts score_<axis>_<attribute>
assumes: a score is points earned of those that can be known, on a scale of 100; its parts are whole numbers, the
         rounding is carried from one to the next so that they add up exactly; an unknown part is null and counts
         neither way; low and high say what the score becomes when every unknown turns out worst or best; no label with less
         than score_known_rate of the points known of an axis, unless one known value proved to tell in the own history; whoever
         said no to need, willingness or resources is not likely to buy, whatever their other points; score_place sorts by kind, both scores and repeat score, and is the same whoever else is scored with them
source:  M17; docs/decisions/020, docs/decisions/071
*/
with

unknown as (
    select
        points_parted.standing_key,
        points_parted.attribute,
        row_number() over (
            partition by points_parted.standing_key
            order by sum(points_parted.weight_points) desc, points_parted.attribute_place asc
        ) as place
    from points_parted
    inner join axis_scores on points_parted.standing_key = axis_scores.standing_key and points_parted.axis = axis_scores.axis
    where points_parted.points is null and points_parted.weight_points > 0 and axis_scores.is_open
    group by points_parted.standing_key, points_parted.attribute, points_parted.attribute_place
)

select
    standing_labels.standing_key,
    standing_labels.prospect_kind,
    case standing_labels.prospect_kind
        when 'opportunity' then 1
        when 'easy_one_off' then 2
        when 'nurture' then 3
        when 'let_go' then 4
        else 5
    end * 32768
    + (200 - coalesce(standing_labels.repeat_score + standing_labels.sale_score, -1)) * 102
    + 100 - coalesce(standing_labels.repeat_score, -1) as score_place,
    standing_labels.is_label_sure,
    unknown.attribute as unknown_attribute,
    standing_labels.sale_score,
    standing_labels.sale_low_score,
    standing_labels.sale_high_score,
    standing_labels.sale_known_rate,
    standing_labels.repeat_score,
    standing_labels.repeat_low_score,
    standing_labels.repeat_high_score,
    standing_labels.repeat_known_rate,
    score_parts.score_sale_need,
    score_parts.score_sale_willingness,
    score_parts.score_sale_resources,
    score_parts.score_sale_referral,
    score_parts.score_sale_path,
    score_parts.score_sale_warmth,
    score_parts.score_sale_contact,
    score_parts.score_repeat_sites,
    score_parts.score_repeat_industry,
    score_parts.score_repeat_product,
    score_parts.score_repeat_referral,
    score_parts.score_repeat_path
from standing_labels
inner join score_parts on standing_labels.standing_key = score_parts.standing_key
left join unknown on standing_labels.standing_key = unknown.standing_key and unknown.place = 1
order by standing_labels.standing_key
