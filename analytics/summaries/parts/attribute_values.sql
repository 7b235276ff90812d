/*
title:   Every value of every attribute that points are given for, with the weight of the attribute
grain:   one row per axis, attribute and value that a prospect has, a past case had or a page can write down
needs:   standing_values, attribute_history, score_points
returns: axis, attribute, value_key, weight_points, value
assumes: the two sides may spell a value differently; one spelling stands for both
source:  docs/decisions/020
*/
with

worn as (
    select
        attribute,
        value_key,
        min(value) as value
    from standing_values
    group by attribute, value_key
    union
    -- what can be written down on a page when nobody has it yet
    select
        attribute,
        lower(trim(value_like)),
        min(trim(value_like))
    from score_points
    where
        attribute in ('need', 'willingness', 'resources', 'warmth')
        and value_like is not null
        and exists (select 1 from standing_values)
    group by attribute, lower(trim(value_like))
),

weights as (
    select
        axis,
        attribute,
        max(points) as weight_points
    from score_points
    group by axis, attribute
),

wanted as (
    select
        weights.axis,
        weights.attribute,
        worn.value_key,
        worn.value,
        weights.weight_points
    from worn
    inner join weights on worn.attribute = weights.attribute
    union
    select
        attribute_history.axis,
        attribute_history.attribute,
        attribute_history.value_key,
        attribute_history.value,
        weights.weight_points
    from attribute_history
    inner join weights
        on attribute_history.axis = weights.axis and attribute_history.attribute = weights.attribute
)

select
    axis,
    attribute,
    value_key,
    weight_points,
    min(value) as value
from wanted
group by axis, attribute, value_key, weight_points
