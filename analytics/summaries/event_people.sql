/*
title:   Whom we met at which event or talk, and what came of it
grain:   one row per person and event; of several meetings at events of one name the first
needs:   touch_rows, touch_kinds, event_actions, path_events, journeys
returns: person_key, event, path, owner, met_date, followed_date, asked_date, sold_date
assumes: the content of the touch names the event; followed up = the first contact, ask or sale on a later day than the
         meeting; asked and sold from the day of the meeting on, on whatever path; who had bought before is not in it
source:  M15, docs/decisions/015
*/
with

meetings as (
    select
        touch_rows.person_key,
        trim(touch_rows.content) as event,
        min(trim(touch_kinds.path)) as path,
        min(touch_rows.touched_date) as met_date
    from touch_rows
    inner join touch_kinds on touch_rows.kind_key = touch_kinds.kind_key
    inner join event_actions on lower(trim(touch_kinds.action)) = event_actions.action_key
    where touch_rows.content is not null
    group by touch_rows.person_key, trim(touch_rows.content)
),

-- those few only: what happened to everybody is a hundred times as long
followed as (
    select
        meetings.person_key,
        meetings.event,
        min(
            case
                when path_events.link in ('nurturing', 'ask', 'sale', 'no') and path_events.event_date > meetings.met_date
                    then path_events.event_date
            end
        ) as followed_date,
        min(
            case
                when path_events.link = 'ask' and path_events.event_date >= meetings.met_date then path_events.event_date
            end
        ) as asked_date
    from meetings
    inner join path_events on meetings.person_key = path_events.person_key
    where path_events.is_dated
    group by meetings.person_key, meetings.event
)

select
    meetings.person_key,
    meetings.event,
    meetings.path,
    journeys.owner,
    meetings.met_date,
    followed.followed_date,
    coalesce(followed.asked_date, case when journeys.sale_date >= meetings.met_date then journeys.sale_date end) as asked_date,
    case when journeys.sale_date >= meetings.met_date then journeys.sale_date end as sold_date
from meetings
inner join journeys on meetings.person_key = journeys.person_key and journeys.is_first_path
left join followed on meetings.person_key = followed.person_key and meetings.event = followed.event
where not journeys.was_customer and coalesce(journeys.sale_date >= meetings.met_date, true)
order by meetings.event, meetings.person_key
