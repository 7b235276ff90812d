/*
title:   Points of each standing and attribute, with their part of the score
grain:   one row per standing, axis and attribute
needs:   standing_points
returns: standing_key, axis, attribute, attribute_place, points, weight_points, is_proven, is_refusal, points_so_far, known_points,
         score_part
assumes: a score is points earned of those that can be known, on a scale of 100; its parts are whole numbers, the rounding is
         carried from one to the next so that they add up exactly; an unknown part is null
source:  M17, docs/decisions/020, docs/decisions/071
*/
with

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
)

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
