/*
title:   What each path brings, by whom it is credited with
grain:   one row per view, path and owner
needs:   journeys, person_paths, usual_days, data_span
returns: view, path, owner, came_count, asked_count, sold_count, sale_amount, over_count, over_sold_count
assumes: view own = the path written beside the lead, else of the first touch; first and last = the paths touched first and
         last; all = every path that touched the person, who then counts on each of them; over = the usual time from entry
         to sale of the path is over on the last day of the data
source:  M11, docs/decisions/018
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

ways as (
    select
        journeys.path,
        journeys.owner,
        journeys.is_first_path,
        journeys.path = person_paths.earliest_path as is_earliest,
        journeys.path = person_paths.latest_path as is_latest,
        case when journeys.ask_date is not null or journeys.sale_date is not null then 1 else 0 end as is_asked,
        case when journeys.sale_date is not null then 1 else 0 end as is_sold,
        case when date_diff('day', journeys.entered_date, spans.last_day) > usual_days.usual_days then 1 else 0 end as is_over,
        journeys.sale_amount
    from journeys
    inner join person_paths on journeys.person_key = person_paths.person_key
    cross join spans
    left join usual_days on journeys.path = usual_days.path and usual_days.link = 'lead_generation'
    where not journeys.was_customer
),

views as (
    select
        'own' as view,
        *
    from ways
    where is_first_path
    union all
    select
        'first',
        *
    from ways
    where is_earliest
    union all
    select
        'last',
        *
    from ways
    where is_latest
    union all
    select
        'all',
        *
    from ways
)

select
    view,
    path,
    owner,
    count(*) as came_count,
    cast(sum(is_asked) as bigint) as asked_count,
    cast(sum(is_sold) as bigint) as sold_count,
    cast(sum(sale_amount) as decimal(18, 2)) as sale_amount,
    cast(sum(is_over) as bigint) as over_count,
    cast(sum(is_over * is_sold) as bigint) as over_sold_count
from views
group by view, path, owner
order by view, path, owner
