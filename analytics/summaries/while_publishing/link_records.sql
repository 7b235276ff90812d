/*
title:   How each link of each path is on record, and where lost leads cannot be placed
grain:   one row per path and link that the business writes down
parts:   journeys_counted, links_told
returns: path, link_order, from_order, is_from_by_status, last_status_order, is_placed, unplaced_count
assumes: the whole path first: what comes in against what is sold; a link that is never written down is left out and the step
         leads over it; a status is overwritten by the next one, so how far a lost lead had come, up to the last link that
         statuses tell (last_status_order), is not known: where that could be more than a tenth of those at a step, is_placed is
         false and unplaced_count says how many they are
source:  M11, H3, H4, docs/decisions/010
*/
with

steps as (
    select
        path,
        link_order,
        lag(link_order, 1, 1) over (partition by path order by link_order) as from_order,
        lag(is_by_status, 1, false) over (partition by path order by link_order) as is_from_by_status
    from (
        select
            path,
            link_order,
            is_by_status
        from links_told
        union all
        select
            path,
            4,
            false
        from journeys_counted
        group by path
    ) as links_and_sale
    union all
    select
        path,
        1,
        1,
        false
    from journeys_counted
    group by path
),

lasts as (
    select
        path,
        max(case when is_by_status then link_order else 0 end) as last_status_order
    from links_told
    group by path
),

doubts as (
    select
        steps.path,
        steps.link_order,
        steps.from_order,
        steps.is_from_by_status,
        coalesce(lasts.last_status_order, 0) as last_status_order,
        steps.link_order > 1 and steps.from_order <= coalesce(lasts.last_status_order, 0) as is_after_status
    from steps
    left join lasts on steps.path = lasts.path
),

counted as (
    select
        doubts.*,
        journeys_counted.person_count,
        journeys_counted.furthest_order,
        doubts.is_after_status and journeys_counted.is_lost and journeys_counted.furthest_order < doubts.last_status_order
            as is_unplaced
    from doubts
    inner join journeys_counted on doubts.path = journeys_counted.path
),

shares as (
    select
        path,
        link_order,
        from_order,
        is_from_by_status,
        last_status_order,
        -- who may have been at the step, and whether they took it is not told, against all who may have been there
        sum(case when is_unplaced and furthest_order <= from_order then person_count else 0 end) as unplaced_count,
        sum(case when is_unplaced or furthest_order >= from_order then person_count else 0 end) as person_count
    from counted
    group by path, link_order, from_order, is_from_by_status, last_status_order
)

select
    path,
    link_order,
    from_order,
    is_from_by_status,
    last_status_order,
    unplaced_count * 10 <= person_count as is_placed,
    case when unplaced_count * 10 <= person_count then 0 else unplaced_count end as unplaced_count
from shares
