/*
title:   Scores of every standing
grain:   one row per standing
needs:   standing_points, cut_offs
returns: standing_key, prospect_kind, score_place, is_label_sure, unknown_attribute, sale_score, sale_low_score,
         sale_high_score, sale_known_rate, repeat_score, repeat_low_score, repeat_high_score, repeat_known_rate, the parts score_<axis>_<attribute>
assumes: a score is points earned of those that can be known, on a scale of 100; its parts are whole numbers, the
         rounding is carried from one to the next so that they add up exactly; an unknown part is null and counts
         neither way; low and high say what the score becomes when every unknown turns out worst or best; no label with less
         than score_known_rate of the points known of an axis, unless one known value proved to tell in the own history;
         score_place sorts by kind, both scores and repeat score, and is the same whoever else is scored with them
source:  M17; docs/decisions/020, docs/decisions/071
*/
with

limits as (
    select
        max(case when name = 'sale_score_high' then value end) as sale_score_high,
        max(case when name = 'repeat_score_high' then value end) as repeat_score_high,
        max(case when name = 'score_known_rate' then cast(value as double) end) as score_known_rate
    from cut_offs
),

scored as (
    select
        standing_points.*,
        cast(round(standing_points.sale_sum_7 * 100 / nullif(standing_points.sale_known_points, 0)) as bigint) as sale_score,
        cast(round(standing_points.sale_sum_7 * 100 / nullif(standing_points.sale_all_points, 0)) as bigint) as sale_low_score,
        cast(round((standing_points.sale_sum_7 + standing_points.sale_all_points - standing_points.sale_known_points) * 100 / nullif(standing_points.sale_all_points, 0)) as bigint)
            as sale_high_score,
        standing_points.sale_known_points / nullif(standing_points.sale_all_points, 0) as sale_known_rate,
        cast(round(standing_points.repeat_sum_5 * 100 / nullif(standing_points.repeat_known_points, 0)) as bigint) as repeat_score,
        cast(round(standing_points.repeat_sum_5 * 100 / nullif(standing_points.repeat_all_points, 0)) as bigint) as repeat_low_score,
        cast(round((standing_points.repeat_sum_5 + standing_points.repeat_all_points - standing_points.repeat_known_points) * 100 / nullif(standing_points.repeat_all_points, 0)) as bigint)
            as repeat_high_score,
        standing_points.repeat_known_points / nullif(standing_points.repeat_all_points, 0) as repeat_known_rate
    from standing_points
),

settled as (
    select
        scored.*,
        limits.sale_score_high,
        limits.repeat_score_high,
        limits.score_known_rate,
        case
            when sale_low_score >= limits.sale_score_high or sale_high_score < limits.sale_score_high then 0
            else 1
        end as is_sale_open,
        case
            when repeat_low_score >= limits.repeat_score_high or repeat_high_score < limits.repeat_score_high then 0
            else 1
        end as is_repeat_open
    from scored
    cross join limits
),

-- an answer that can move the prospect over no limit settles nothing
gaps as (
    select
        settled.*,
        settled.sale_need_gap * settled.is_sale_open as need_gap,
        settled.sale_willingness_gap * settled.is_sale_open as willingness_gap,
        settled.sale_resources_gap * settled.is_sale_open as resources_gap,
        settled.sale_warmth_gap * settled.is_sale_open as warmth_gap,
        settled.sale_contact_gap * settled.is_sale_open as contact_gap,
        settled.repeat_sites_gap * settled.is_repeat_open as sites_gap,
        settled.repeat_industry_gap * settled.is_repeat_open as industry_gap,
        settled.repeat_product_gap * settled.is_repeat_open as product_gap,
        settled.sale_referral_gap * settled.is_sale_open + settled.repeat_referral_gap * settled.is_repeat_open as referral_gap,
        settled.sale_path_gap * settled.is_sale_open + settled.repeat_path_gap * settled.is_repeat_open as path_gap
    from settled
),

labelled as (
    select
        gaps.*,
        case
            when gaps.sale_score is null or gaps.repeat_score is null then 'cant_tell'
            when
                (gaps.sale_known_rate < gaps.score_known_rate and not gaps.is_sale_proven)
                or (gaps.repeat_known_rate < gaps.score_known_rate and not gaps.is_repeat_proven)
                then 'cant_tell'
            when gaps.repeat_score >= gaps.repeat_score_high and gaps.sale_score >= gaps.sale_score_high then 'opportunity'
            when gaps.sale_score >= gaps.sale_score_high then 'easy_one_off'
            when gaps.repeat_score >= gaps.repeat_score_high then 'nurture'
            else 'let_go'
        end as prospect_kind,
        gaps.is_sale_open + gaps.is_repeat_open = 0 as is_label_sure,
        greatest(
            gaps.need_gap, gaps.willingness_gap, gaps.resources_gap, gaps.warmth_gap, gaps.contact_gap,
            gaps.sites_gap, gaps.industry_gap, gaps.product_gap, gaps.referral_gap, gaps.path_gap
        ) as largest_gap
    from gaps
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
    case
        when labelled.largest_gap = 0 then null
        when labelled.sites_gap = labelled.largest_gap then 'sites'
        when labelled.industry_gap = labelled.largest_gap then 'industry'
        when labelled.need_gap = labelled.largest_gap then 'need'
        when labelled.product_gap = labelled.largest_gap then 'product'
        when labelled.willingness_gap = labelled.largest_gap then 'willingness'
        when labelled.resources_gap = labelled.largest_gap then 'resources'
        when labelled.referral_gap = labelled.largest_gap then 'referral'
        when labelled.path_gap = labelled.largest_gap then 'path'
        when labelled.warmth_gap = labelled.largest_gap then 'warmth'
        when labelled.contact_gap = labelled.largest_gap then 'contact'
    end as unknown_attribute,
    labelled.sale_score,
    labelled.sale_low_score,
    labelled.sale_high_score,
    labelled.sale_known_rate,
    labelled.repeat_score,
    labelled.repeat_low_score,
    labelled.repeat_high_score,
    labelled.repeat_known_rate,
    case
        when labelled.sale_need is not null
            then cast(round(labelled.sale_sum_1 * 100 / nullif(labelled.sale_known_points, 0)) as bigint)
    end as score_sale_need,
    case
        when labelled.sale_willingness is not null
            then cast(
                round(labelled.sale_sum_2 * 100 / nullif(labelled.sale_known_points, 0))
                - round(labelled.sale_sum_1 * 100 / nullif(labelled.sale_known_points, 0)) as bigint
            )
    end as score_sale_willingness,
    case
        when labelled.sale_resources is not null
            then cast(
                round(labelled.sale_sum_3 * 100 / nullif(labelled.sale_known_points, 0))
                - round(labelled.sale_sum_2 * 100 / nullif(labelled.sale_known_points, 0)) as bigint
            )
    end as score_sale_resources,
    case
        when labelled.sale_referral is not null
            then cast(
                round(labelled.sale_sum_4 * 100 / nullif(labelled.sale_known_points, 0))
                - round(labelled.sale_sum_3 * 100 / nullif(labelled.sale_known_points, 0)) as bigint
            )
    end as score_sale_referral,
    case
        when labelled.sale_path is not null
            then cast(
                round(labelled.sale_sum_5 * 100 / nullif(labelled.sale_known_points, 0))
                - round(labelled.sale_sum_4 * 100 / nullif(labelled.sale_known_points, 0)) as bigint
            )
    end as score_sale_path,
    case
        when labelled.sale_warmth is not null
            then cast(
                round(labelled.sale_sum_6 * 100 / nullif(labelled.sale_known_points, 0))
                - round(labelled.sale_sum_5 * 100 / nullif(labelled.sale_known_points, 0)) as bigint
            )
    end as score_sale_warmth,
    case
        when labelled.sale_contact is not null
            then cast(
                round(labelled.sale_sum_7 * 100 / nullif(labelled.sale_known_points, 0))
                - round(labelled.sale_sum_6 * 100 / nullif(labelled.sale_known_points, 0)) as bigint
            )
    end as score_sale_contact,
    case
        when labelled.repeat_sites is not null
            then cast(round(labelled.repeat_sum_1 * 100 / nullif(labelled.repeat_known_points, 0)) as bigint)
    end as score_repeat_sites,
    case
        when labelled.repeat_industry is not null
            then cast(
                round(labelled.repeat_sum_2 * 100 / nullif(labelled.repeat_known_points, 0))
                - round(labelled.repeat_sum_1 * 100 / nullif(labelled.repeat_known_points, 0)) as bigint
            )
    end as score_repeat_industry,
    case
        when labelled.repeat_product is not null
            then cast(
                round(labelled.repeat_sum_3 * 100 / nullif(labelled.repeat_known_points, 0))
                - round(labelled.repeat_sum_2 * 100 / nullif(labelled.repeat_known_points, 0)) as bigint
            )
    end as score_repeat_product,
    case
        when labelled.repeat_referral is not null
            then cast(
                round(labelled.repeat_sum_4 * 100 / nullif(labelled.repeat_known_points, 0))
                - round(labelled.repeat_sum_3 * 100 / nullif(labelled.repeat_known_points, 0)) as bigint
            )
    end as score_repeat_referral,
    case
        when labelled.repeat_path is not null
            then cast(
                round(labelled.repeat_sum_5 * 100 / nullif(labelled.repeat_known_points, 0))
                - round(labelled.repeat_sum_4 * 100 / nullif(labelled.repeat_known_points, 0)) as bigint
            )
    end as score_repeat_path
from labelled
order by labelled.standing_key
