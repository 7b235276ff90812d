/*
title:   At which rates the whole business goes from link to link, and what a first sale brings
grain:   one row
needs:   path_step_kinds
parts:   steps_tallied
returns: nurturing_from_count, nurturing_reached_count, ask_from_count, ask_reached_count, sale_from_count,
         sale_reached_count, sale_count, sale_mean, sale_spread
assumes: people whose usual time is over and whose link before is on record; a rate of the sale only where asks are on
         record; unknown where there is nobody
source:  M14, docs/decisions/014
*/
with

counted as (
    select
        path_step_kinds.link_order,
        case when path_step_kinds.link_order < 4 or path_step_kinds.from_link = 'ask' then path_step_kinds.is_from_recorded end
            as is_counted,
        steps_tallied.*
    from steps_tallied
    inner join path_step_kinds on steps_tallied.kind_key = path_step_kinds.kind_key
),

sums as (
    select
        link_order,
        sum(case when is_counted and is_time_over then person_count end) as from_count,
        sum(case when is_counted and is_time_over then case when state = 0 then person_count else 0 end end) as reached_count,
        cast(coalesce(sum(case when link_order = 1 then value_count end), 0) as bigint) as sale_count,
        sum(case when link_order = 1 then value_sum end) as value_sum,
        sum(case when link_order = 1 then value_square_sum end) as value_square_sum
    from counted
    group by link_order
)

select
    cast(max(case when link_order = 2 then from_count end) as bigint) as nurturing_from_count,
    cast(max(case when link_order = 2 then reached_count end) as bigint) as nurturing_reached_count,
    cast(max(case when link_order = 3 then from_count end) as bigint) as ask_from_count,
    cast(max(case when link_order = 3 then reached_count end) as bigint) as ask_reached_count,
    cast(max(case when link_order = 4 then from_count end) as bigint) as sale_from_count,
    cast(max(case when link_order = 4 then reached_count end) as bigint) as sale_reached_count,
    coalesce(max(sale_count), 0) as sale_count,
    max(value_sum / nullif(sale_count, 0)) as sale_mean,
    max(
        case
            when sale_count > 1
                then sqrt(greatest(value_square_sum - value_sum * value_sum / sale_count, 0.0) / (sale_count - 1))
        end
    ) as sale_spread
from sums
