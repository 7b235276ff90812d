/*
title:   What of a standing tells most about whether somebody comes back
grain:   one row per standing of which something is known that really differs in the own history
needs:   standings, attribute_points
returns: standing_key, attribute, value, success_count, case_count, pooled_rate, later_mean_amount, later_deviation_amount
assumes: the value with the smallest p-value among those that differ (H5); ties by attribute
source:  M17, docs/decisions/020
*/
with

telling as (
    select
        standings.standing_key,
        attribute_points.attribute,
        attribute_points.value,
        attribute_points.success_count,
        attribute_points.case_count,
        cast(attribute_points.known_success_count as double) / nullif(attribute_points.known_count, 0) as pooled_rate,
        attribute_points.later_mean_amount,
        attribute_points.later_deviation_amount,
        row_number() over (
            partition by standings.standing_key
            order by attribute_points.p_value asc, attribute_points.attribute asc
        ) as place
    from standings
    inner join attribute_points
        on
            attribute_points.axis = 'repeat'
            and attribute_points.is_different
            and attribute_points.value_key = lower(
                trim(
                    case attribute_points.attribute
                        when 'industry' then standings.industry
                        when 'sites' then standings.site_band
                        when 'product' then standings.product
                        when 'path' then standings.path
                        when 'referral' then standings.referral
                    end
                )
            )
)

select
    standing_key,
    attribute,
    value,
    success_count,
    case_count,
    pooled_rate,
    later_mean_amount,
    later_deviation_amount
from telling
where place = 1
