/*
title:   Scores of every standing
grain:   one row per standing
needs:   standing_points, cut_offs
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

limits as (
    select
        'sale' as axis,
        max(case when name = 'sale_score_high' then value end) as score_limit,
        max(case when name = 'score_known_rate' then cast(value as double) end) as known_limit
    from cut_offs
    union all
    select
        'repeat',
        max(case when name = 'repeat_score_high' then value end),
        max(case when name = 'score_known_rate' then cast(value as double) end)
    from cut_offs
),

weighed as (
    select
        standing_key,
        axis,
        attribute,
        attribute_place,
        points,
        weight_points,
        is_proven,
        is_refusal,
        sum(coalesce(points, 0)) over (
            partition by standing_key, axis
            order by attribute_place asc
        ) as points_so_far,
        nullif(sum(case when points is not null then weight_points end) over (partition by standing_key, axis), 0)
            as known_points
    from standing_points
),

parted as (
    select
        weighed.*,
        case
            when weighed.points is not null
                then round(weighed.points_so_far * 100 / weighed.known_points) - coalesce(
                    round(
                        lag(weighed.points_so_far) over (
                            partition by weighed.standing_key, weighed.axis
                            order by weighed.attribute_place asc
                        ) * 100 / weighed.known_points
                    ),
                    0
                )
        end as score_part
    from weighed
),

summed as (
    select
        standing_key,
        axis,
        cast(sum(score_part) as bigint) as score,
        cast(round(sum(coalesce(points, 0)) * 100 / nullif(sum(weight_points), 0)) as bigint) as low_score,
        cast(round(sum(coalesce(points, weight_points)) * 100 / nullif(sum(weight_points), 0)) as bigint)
            as high_score,
        coalesce(max(known_points), 0) / nullif(sum(weight_points), 0) as known_rate,
        bool_or(is_proven) as is_proven,
        bool_or(is_refusal) as is_refused
    from parted
    group by standing_key, axis
),

scored as (
    select
        summed.*,
        summed.score >= limits.score_limit and not summed.is_refused as is_high,
        summed.score is not null and (summed.known_rate >= limits.known_limit or summed.is_proven) as is_told,
        -- an answer that can move the prospect over no limit settles nothing
        coalesce(
            summed.low_score < limits.score_limit and summed.high_score >= limits.score_limit and not summed.is_refused, true
        ) as is_open
    from summed
    inner join limits on summed.axis = limits.axis
),

unknown as (
    select
        parted.standing_key,
        parted.attribute,
        row_number() over (
            partition by parted.standing_key
            order by sum(parted.weight_points) desc, parted.attribute_place asc
        ) as place
    from parted
    inner join scored on parted.standing_key = scored.standing_key and parted.axis = scored.axis
    where parted.points is null and parted.weight_points > 0 and scored.is_open
    group by parted.standing_key, parted.attribute, parted.attribute_place
),

labelled as (
    select
        standing_key,
        case
            when count(case when is_told then 1 end) < 2 then 'cant_tell'
            when bool_and(is_high) then 'opportunity'
            when bool_or(is_high and axis = 'sale') then 'easy_one_off'
            when bool_or(is_high) then 'nurture'
            else 'let_go'
        end as prospect_kind,
        not bool_or(is_open) as is_label_sure,
        max(case when axis = 'sale' then score end) as sale_score,
        max(case when axis = 'sale' then low_score end) as sale_low_score,
        max(case when axis = 'sale' then high_score end) as sale_high_score,
        max(case when axis = 'sale' then known_rate end) as sale_known_rate,
        max(case when axis = 'repeat' then score end) as repeat_score,
        max(case when axis = 'repeat' then low_score end) as repeat_low_score,
        max(case when axis = 'repeat' then high_score end) as repeat_high_score,
        max(case when axis = 'repeat' then known_rate end) as repeat_known_rate
    from scored
    group by standing_key
),

parts as (
    select
        standing_key,
        cast(max(case when axis = 'sale' and attribute = 'need' then score_part end) as bigint) as score_sale_need,
        cast(max(case when axis = 'sale' and attribute = 'willingness' then score_part end) as bigint) as score_sale_willingness,
        cast(max(case when axis = 'sale' and attribute = 'resources' then score_part end) as bigint) as score_sale_resources,
        cast(max(case when axis = 'sale' and attribute = 'referral' then score_part end) as bigint) as score_sale_referral,
        cast(max(case when axis = 'sale' and attribute = 'path' then score_part end) as bigint) as score_sale_path,
        cast(max(case when axis = 'sale' and attribute = 'warmth' then score_part end) as bigint) as score_sale_warmth,
        cast(max(case when axis = 'sale' and attribute = 'contact' then score_part end) as bigint) as score_sale_contact,
        cast(max(case when axis = 'repeat' and attribute = 'sites' then score_part end) as bigint) as score_repeat_sites,
        cast(max(case when axis = 'repeat' and attribute = 'industry' then score_part end) as bigint) as score_repeat_industry,
        cast(max(case when axis = 'repeat' and attribute = 'product' then score_part end) as bigint) as score_repeat_product,
        cast(max(case when axis = 'repeat' and attribute = 'referral' then score_part end) as bigint) as score_repeat_referral,
        cast(max(case when axis = 'repeat' and attribute = 'path' then score_part end) as bigint) as score_repeat_path
    from parted
    group by standing_key
)

select
    labelled.standing_key,
    labelled.prospect_kind,
    case labelled.prospect_kind
        when 'opportunity' then 1
        when 'easy_one_off' then 2
        when 'nurture' then 3
        when 'let_go' then 4
        else 5
    end * 32768
    + (200 - coalesce(labelled.repeat_score + labelled.sale_score, -1)) * 102
    + 100 - coalesce(labelled.repeat_score, -1) as score_place,
    labelled.is_label_sure,
    unknown.attribute as unknown_attribute,
    labelled.sale_score,
    labelled.sale_low_score,
    labelled.sale_high_score,
    labelled.sale_known_rate,
    labelled.repeat_score,
    labelled.repeat_low_score,
    labelled.repeat_high_score,
    labelled.repeat_known_rate,
    parts.score_sale_need,
    parts.score_sale_willingness,
    parts.score_sale_resources,
    parts.score_sale_referral,
    parts.score_sale_path,
    parts.score_sale_warmth,
    parts.score_sale_contact,
    parts.score_repeat_sites,
    parts.score_repeat_industry,
    parts.score_repeat_product,
    parts.score_repeat_referral,
    parts.score_repeat_path
from labelled
inner join parts on labelled.standing_key = parts.standing_key
left join unknown on labelled.standing_key = unknown.standing_key and unknown.place = 1
order by labelled.standing_key
