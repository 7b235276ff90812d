/*
title:   What tells most about whether a prospect comes back
grain:   one row per prospect of whom something is known that really differs in the own history
needs:   prospects, attribute_points
returns: person_key, attribute, value, success_count, case_count, pooled_rate, later_mean_amount, later_deviation_amount
assumes: the value with the smallest p-value among those that differ (H5); ties by attribute
source:  M17, docs/decisions/020
*/
with

telling as (
    select
        prospects.person_key,
        attribute_points.attribute,
        attribute_points.value,
        attribute_points.success_count,
        attribute_points.case_count,
        cast(attribute_points.known_success_count as double) / nullif(attribute_points.known_count, 0) as pooled_rate,
        attribute_points.later_mean_amount,
        attribute_points.later_deviation_amount,
        row_number() over (
            partition by prospects.person_key
            order by attribute_points.p_value asc, attribute_points.attribute asc
        ) as place
    from prospects
    inner join attribute_points
        on
            attribute_points.axis = 'repeat'
            and attribute_points.is_different
            and attribute_points.value_key = lower(
                trim(
                    case attribute_points.attribute
                        when 'industry' then prospects.industry
                        when 'sites' then prospects.site_band
                        when 'product' then prospects.product
                        when 'path' then prospects.path
                        when 'referral' then prospects.referral
                    end
                )
            )
)

select
    person_key,
    attribute,
    value,
    success_count,
    case_count,
    pooled_rate,
    later_mean_amount,
    later_deviation_amount
from telling
where place = 1
