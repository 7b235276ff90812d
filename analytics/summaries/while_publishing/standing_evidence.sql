/*
title:   What of a standing tells most about whether somebody comes back
grain:   one row per standing of which something is known that really differs in the own history
needs:   standing_values, attribute_points
returns: standing_key, attribute, value, success_count, case_count, pooled_rate, later_mean_amount, later_deviation_amount
assumes: the value with the smallest p-value among those that differ (H5); ties by attribute
source:  M17, docs/decisions/020
*/
with

telling as (
    select
        standing_values.standing_key,
        attribute_points.attribute,
        attribute_points.value,
        attribute_points.success_count,
        attribute_points.case_count,
        cast(attribute_points.known_success_count as double) / nullif(attribute_points.known_count, 0) as pooled_rate,
        attribute_points.later_mean_amount,
        attribute_points.later_deviation_amount,
        row_number() over (
            partition by standing_values.standing_key
            order by attribute_points.p_value asc, attribute_points.attribute asc
        ) as place
    from standing_values
    inner join attribute_points
        on
            attribute_points.axis = 'repeat'
            and attribute_points.is_different
            and standing_values.attribute = attribute_points.attribute
            and standing_values.value_key = attribute_points.value_key
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
