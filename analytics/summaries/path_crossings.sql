/*
title:   How many people went from which path to which
grain:   one row per earliest path, latest path, owner, outcome and whether there were several
needs:   path_ways, data_span
returns: earliest_path, latest_path, owner, outcome, is_crossing, person_count
assumes: as of the last day in the data; in play = the usual time from entry to sale of the own path is not over
source:  M11, docs/decisions/018
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

crossed as (
    select
        path_ways.earliest_path,
        path_ways.path as latest_path,
        path_ways.person_owner as owner,
        case
            when path_ways.person_sale_date <= spans.last_day then 'sold'
            when path_ways.person_refused_date <= spans.last_day then 'refused'
            when date_diff('day', path_ways.person_entered_date, spans.last_day) <= path_ways.person_usual_days then 'in_play'
            else 'left'
        end as outcome,
        path_ways.place > 1 as is_crossing
    from path_ways
    cross join spans
    where path_ways.next_entered_date is null
)

select
    earliest_path,
    latest_path,
    owner,
    outcome,
    is_crossing,
    count(*) as person_count
from crossed
group by earliest_path, latest_path, owner, outcome, is_crossing
order by earliest_path, latest_path, owner, outcome, is_crossing
