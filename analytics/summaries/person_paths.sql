/*
title:   The paths of each person in the order in which they were touched
grain:   one row per person on a path who had not bought before
needs:   journeys, usual_days, data_span
returns: person_key, owner, path_count, earliest_path, latest_path, outcome, entered_date, last_event_date
assumes: earliest and latest by the day of entry, of equal days by name; outcome on the last day of the data: sold,
         refused, in_play while the usual time from entry to sale of the own path is not over, else left
source:  M11, docs/decisions/018
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

ordered as (
    select
        person_key,
        path,
        owner,
        entered_date,
        refused_date,
        sale_date,
        last_event_date,
        is_first_path,
        count(*) over (partition by person_key) as path_count,
        row_number() over (partition by person_key order by entered_date asc, path asc) as place
    from journeys
    where not was_customer
),

people_paths as (
    select
        person_key,
        max(path_count) as path_count,
        max(case when place = 1 then path end) as earliest_path,
        max(case when place = path_count then path end) as latest_path,
        max(case when is_first_path then path end) as own_path,
        max(case when is_first_path then owner end) as owner,
        min(entered_date) as entered_date,
        max(last_event_date) as last_event_date,
        max(sale_date) as sale_date,
        max(case when is_first_path then refused_date end) as refused_date
    from ordered
    group by person_key
)

select
    people_paths.person_key,
    people_paths.owner,
    people_paths.path_count,
    people_paths.earliest_path,
    people_paths.latest_path,
    case
        when people_paths.sale_date <= spans.last_day then 'sold'
        when people_paths.refused_date <= spans.last_day then 'refused'
        when date_diff('day', people_paths.entered_date, spans.last_day) <= usual_days.usual_days then 'in_play'
        else 'left'
    end as outcome,
    people_paths.entered_date,
    people_paths.last_event_date
from people_paths
cross join spans
left join usual_days on people_paths.own_path = usual_days.path and usual_days.link = 'lead_generation'
order by people_paths.person_key
