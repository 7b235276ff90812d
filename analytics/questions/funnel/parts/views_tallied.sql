/*
title:   What each path brings in each view, as of the last day when the version was published, of any other day or period now
grain:   one row per view, path and owner
needs:   path_ways, path_views
params:  $as_of date; $period_start date or null; $period_end date or null
parts:   published, paths_now
returns: view, path, owner, came_count, asked_count, sold_count, sale_amount, over_count, over_sold_count
assumes: as path_views; the period is that in which people first came in
source:  M11, docs/decisions/018
*/
with

ways as (
    select
        path_ways.*,
        date_diff('day', path_ways.entered_date, cast($as_of as date)) > path_ways.usual_days as is_over
    from path_ways
    inner join paths_now on path_ways.path = paths_now.path
    where
        path_ways.entered_date <= cast($as_of as date)
        and (cast($period_start as date) is null or path_ways.person_entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or path_ways.person_entered_date < cast($period_end as date))
),

views as (
    select
        'own' as view,
        *
    from ways
    where is_own
    union all
    select
        'first',
        *
    from ways
    where place = 1
    union all
    select
        'last',
        *
    from ways
    where coalesce(next_entered_date > cast($as_of as date), true)
    union all
    select
        'all',
        *
    from ways
)

select path_views.*
from path_views
cross join published
union all
select
    view,
    path,
    owner,
    count(*),
    count(case when asked_date <= cast($as_of as date) then 1 end),
    count(case when sale_date <= cast($as_of as date) then 1 end),
    cast(sum(case when sale_date <= cast($as_of as date) then sale_amount end) as decimal(18, 2)),
    count(case when is_over then 1 end),
    count(case when is_over and sale_date <= cast($as_of as date) then 1 end)
from views
group by view, path, owner
