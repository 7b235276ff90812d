/*
title:   What a first sale of each path is worth
grain:   one row per path with a sale that has an amount
needs:   path_step_kinds
params:  $owner text or null
parts:   steps_tallied
returns: path, value_count, value_mean, value_spread
assumes: spread = standard deviation; null of a single sale
source:  M13
*/
with

sums as (
    select
        path_step_kinds.path,
        cast(sum(steps_tallied.value_count) as bigint) as value_count,
        sum(steps_tallied.value_sum) as value_sum,
        sum(steps_tallied.value_square_sum) as value_square_sum
    from steps_tallied
    inner join path_step_kinds on steps_tallied.kind_key = path_step_kinds.kind_key
    where
        path_step_kinds.link_order = 1
        and steps_tallied.value_count > 0
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
    group by path_step_kinds.path
)

select
    path,
    value_count,
    value_sum / value_count as value_mean,
    case
        when value_count > 1
            then sqrt(greatest(value_square_sum - value_sum * value_sum / value_count, 0.0) / (value_count - 1))
    end as value_spread
from sums
