/*
title:   Scores of each standing, by axis
grain:   one row per standing and axis
needs:   cut_offs
parts:   points_parted
returns: standing_key, axis, score, low_score, high_score, known_rate, is_proven, is_refused, is_high, is_told, is_open
assumes: low and high say what the score becomes when every unknown turns out worst or best; is_high = at or above the limit, and
         nobody said no; is_told = enough of the points are known; is_open = what is unknown can still move it over the limit
source:  M17, docs/decisions/020, docs/decisions/071
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
    from points_parted
    group by standing_key, axis
)

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
