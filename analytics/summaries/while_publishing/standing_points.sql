/*
title:   Points of every standing
grain:   one row per standing and attribute of each axis of the card
needs:   standings, standing_values, attribute_points, score_points
returns: standing_key, axis, attribute, attribute_place, points, weight_points, is_proven, is_refusal
assumes: points are of the card's weights, not yet on a scale of 100; points without a value are null, not 0; an attribute
         that nobody has a value of still weighs what its card says, one that the owner took off it nothing; proven = a value
         proved in the own history to tell on this axis; refusal = a no to need, willingness or resources; of two questions that would settle as much, the one with the smaller
         place is asked first
source:  M17; docs/decisions/020, docs/decisions/071
*/
with

weights as (
    select
        score_points.axis,
        score_points.attribute,
        coalesce(max(attribute_points.weight_points), cast(max(score_points.points) as double)) as weight_points
    from score_points
    left join attribute_points
        on score_points.axis = attribute_points.axis and score_points.attribute = attribute_points.attribute
    group by score_points.axis, score_points.attribute
)

select
    standings.standing_key,
    weights.axis,
    weights.attribute,
    case weights.attribute
        when 'sites' then 1
        when 'industry' then 2
        when 'need' then 3
        when 'product' then 4
        when 'willingness' then 5
        when 'resources' then 6
        when 'referral' then 7
        when 'path' then 8
        when 'warmth' then 9
        else 10
    end as attribute_place,
    attribute_points.points,
    weights.weight_points,
    coalesce(attribute_points.is_proven, false) as is_proven,
    weights.attribute in ('need', 'willingness', 'resources') and coalesce(standing_values.value_key = 'no', false)
        as is_refusal
from standings
cross join weights
left join standing_values
    on standings.standing_key = standing_values.standing_key and weights.attribute = standing_values.attribute
left join attribute_points
    on
        weights.axis = attribute_points.axis
        and weights.attribute = attribute_points.attribute
        and standing_values.value_key = attribute_points.value_key
