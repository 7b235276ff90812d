/*
title:   Which path of a person is the first and which the last
grain:   one row per person and path
needs:   path_events, leads
parts:   path_entries
returns: person_key, path, entered_date, is_first_path, is_last_path, was_customer
assumes: the first path is the one that the business wrote beside the (first) lead, else that of the first touch; who had bought
         before the day of entry was a customer already
source:  M11, docs/decisions/010
*/
with

first_sales as (
    select
        person_key,
        min(event_date) as first_sale_date
    from path_events
    where link = 'sale' and is_dated
    group by person_key
),

-- the path that the business itself wrote beside the lead goes before an earlier touch on another one
lead_paths as (
    select
        person_key,
        lower(trim(coalesce(path, source))) as path_spelling,
        min(created_at) as created_at
    from leads
    where coalesce(path, source) is not null
    group by person_key, lower(trim(coalesce(path, source)))
)

select
    path_entries.person_key,
    path_entries.path,
    path_entries.entered_date,
    row_number() over (
        partition by path_entries.person_key
        order by lead_paths.created_at nulls last, path_entries.entered_date, path_entries.path
    ) = 1 as is_first_path,
    row_number() over (partition by path_entries.person_key order by path_entries.entered_date desc, path_entries.path desc) = 1 as is_last_path,
    coalesce(first_sales.first_sale_date < path_entries.entered_date, false) as was_customer
from path_entries
left join first_sales on path_entries.person_key = first_sales.person_key
left join lead_paths
    on path_entries.person_key = lead_paths.person_key and lower(path_entries.path) = lead_paths.path_spelling
