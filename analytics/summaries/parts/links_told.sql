/*
title:   Links that the business writes down, and whether days or statuses tell of them on each path
grain:   one row per path and link, without lead generation and the sale
parts:   journeys_counted
returns: path, link_order, is_by_status
assumes: a link that nobody ever writes down is left out; by status = most of those who stand at it have no day of it: on this
         path from ten standing there on, else on all paths together; where nobody stands there, when nobody has a day at all;
         not one of all, because a single contact with a day says nothing of the others
source:  M11, H3, docs/decisions/010
*/
with

told as (
    select
        path,
        2 as link_order,
        sum(nurtured_count) as told_count,
        sum(dated_nurtured_count) as dated_count,
        sum(case when is_standing and furthest_order = 2 then nurtured_count else 0 end) as standing_count,
        sum(case when is_standing and furthest_order = 2 then dated_nurtured_count else 0 end) as dated_standing_count
    from journeys_counted
    group by path
    union all
    select
        path,
        3,
        sum(asked_count),
        sum(dated_asked_count),
        sum(case when is_standing and furthest_order = 3 then asked_count else 0 end),
        sum(case when is_standing and furthest_order = 3 then dated_asked_count else 0 end)
    from journeys_counted
    group by path
),

pooled as (
    select
        link_order,
        sum(dated_count) as dated_count,
        sum(standing_count) as standing_count,
        sum(dated_standing_count) as dated_standing_count
    from told
    group by link_order
    having sum(told_count) > 0
)

select
    told.path,
    told.link_order,
    case
        when told.standing_count >= 10 then told.dated_standing_count * 2 < told.standing_count
        when pooled.standing_count > 0 then pooled.dated_standing_count * 2 < pooled.standing_count
        else pooled.dated_count = 0
    end as is_by_status
from told
inner join pooled on told.link_order = pooled.link_order
