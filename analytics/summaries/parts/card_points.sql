/*
title:   Points that the card gives each value
grain:   one row per axis, attribute and value that a line of the card fits
needs:   score_points
parts:   attribute_values
returns: axis, attribute, value_key, points, why
assumes: the first line that fits counts
source:  docs/decisions/020
*/
with

fitting as (
    select
        attribute_values.axis,
        attribute_values.attribute,
        attribute_values.value_key,
        min(score_points.rule_order) as rule_order
    from attribute_values
    inner join score_points
        on
            attribute_values.axis = score_points.axis
            and attribute_values.attribute = score_points.attribute
            and attribute_values.value_key like score_points.value_like
    group by attribute_values.axis, attribute_values.attribute, attribute_values.value_key
)

select
    fitting.axis,
    fitting.attribute,
    fitting.value_key,
    score_points.points,
    score_points.why
from fitting
inner join score_points
    on
        fitting.axis = score_points.axis
        and fitting.attribute = score_points.attribute
        and fitting.rule_order = score_points.rule_order
