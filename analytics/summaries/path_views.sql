/*
title:   What each path brings, by whom it is credited with
grain:   one row per view, path and owner
needs:   path_ways, data_span
returns: view, path, owner, came_count, asked_count, sold_count, sale_amount, over_count, over_sold_count
assumes: as of the last day in the data; view own = the path written beside the lead, else of the first touch; first and
         last = the paths touched first and last; all = every path that touched the person, who then counts on each of
         them; over = the usual time from entry to sale of the path is over
source:  M11, docs/decisions/018
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

views as (
    select
        'own' as view,
        *
    from path_ways
    where is_own
    union all
    select
        'first',
        *
    from path_ways
    where place = 1
    union all
    select
        'last',
        *
    from path_ways
    where next_entered_date is null
    union all
    select
        'all',
        *
    from path_ways
)

select
    views.view,
    views.path,
    views.owner,
    count(*) as came_count,
    count(views.asked_date) as asked_count,
    count(views.sale_date) as sold_count,
    cast(sum(views.sale_amount) as decimal(18, 2)) as sale_amount,
    count(case when date_diff('day', views.entered_date, spans.last_day) > views.usual_days then 1 end) as over_count,
    count(case when date_diff('day', views.entered_date, spans.last_day) > views.usual_days then views.sale_date end)
        as over_sold_count
from views
cross join spans
group by views.view, views.path, views.owner
order by views.view, views.path, views.owner
