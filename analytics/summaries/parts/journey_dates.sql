/*
title:   What happened to each person on each path, by link
grain:   one row per person and path
needs:   path_events
parts:   paths_ranked
returns: person_key, path, owner, lead_generation_date, dated_nurturing_date, any_nurturing_date, dated_ask_date, any_ask_date,
         last_ask_date, no_date, last_no_date, lost_count, dated_sale_date, undated_sale_count, sale_date, deal_amount, nurturing_count,
         ask_count, no_count, event_count, last_event_date
assumes: on the first path everything known of the person counts, on a later one what came from the day of entry on; dated =
         of a step whose day somebody wrote down; a status without a day says that somebody bought and not when: nothing is
         known after the last thing that happened; the owner is the first who is on record
source:  M11, docs/decisions/010
*/
with

dates as (
    select
        paths_ranked.person_key,
        paths_ranked.path,
        arg_min(
            path_events.owner,
            (path_events.event_date, path_events.link <> 'lead_generation', path_events.owner)
        ) as owner,
        min(case when path_events.link = 'lead_generation' then path_events.event_date end) as lead_generation_date,
        min(case when path_events.link = 'nurturing' and path_events.is_dated then path_events.event_date end)
            as dated_nurturing_date,
        min(case when path_events.link = 'nurturing' then path_events.event_date end) as any_nurturing_date,
        min(case when path_events.link = 'ask' and path_events.is_dated then path_events.event_date end) as dated_ask_date,
        min(case when path_events.link = 'ask' then path_events.event_date end) as any_ask_date,
        max(case when path_events.link = 'ask' then path_events.event_date end) as last_ask_date,
        min(case when path_events.link = 'no' then path_events.event_date end) as no_date,
        max(case when path_events.link = 'no' then path_events.event_date end) as last_no_date,
        max(case when path_events.link = 'lost' then 1 else 0 end) as lost_count,
        min(case
            when path_events.link = 'sale' and path_events.is_dated and path_events.event_date >= paths_ranked.entered_date
                then path_events.event_date
        end) as dated_sale_date,
        max(case when path_events.link = 'sale' and not path_events.is_dated then 1 else 0 end) as undated_sale_count,
        max(path_events.deal_amount) as deal_amount,
        sum(case when path_events.link = 'nurturing' then path_events.event_count else 0 end) as nurturing_count,
        sum(case when path_events.link = 'ask' then path_events.event_count else 0 end) as ask_count,
        sum(case when path_events.link = 'no' then path_events.event_count else 0 end) as no_count,
        sum(path_events.event_count) as event_count,
        max(path_events.event_date) as last_event_date
    from paths_ranked
    inner join path_events on paths_ranked.person_key = path_events.person_key
    where paths_ranked.is_first_path or path_events.event_date >= paths_ranked.entered_date
    group by paths_ranked.person_key, paths_ranked.path
)

select
    dates.*,
    coalesce(dates.dated_sale_date, case when dates.undated_sale_count = 1 then dates.last_event_date end) as sale_date
from dates
