/*
title:    Events and talks
question: Of the people met at each event or talk, how many were followed up within a week, asked, and sold to?
method:   M15, H1, H2, H4, H5
grain:    one row per event or talk, the one with most people met first
needs:    touches
uses:     leads, deals, orders, interactions
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  event, path, met_count, last_met_date, over_count, followed_count, followed_rate, low_rate, high_rate,
          asked_count, sold_count, all_over_count, all_followed_count, quick_settled_count, quick_sold_count,
          slow_settled_count, slow_sold_count, waiting_count, people
summary:  all_over_count, all_followed_count, quick_settled_count, quick_sold_count, slow_settled_count,
          slow_sold_count, waiting_count, people
people:   funnel/event_people
money:    leads
assumes:  the content of a touch names the event; followed up = a contact or ask within 7 days after the day of meeting;
          over = those 7 days are over; settled = the usual time from entry to sale is over; waiting = met in the last
          91 days and not followed up at all
source:   Wilson (1927); Fisher (1922); docs/decisions/015
next_step: Call everybody of the last event within the week, before the next one.
*/
with

chosen as (
    select
        event_people.*,
        date_diff('day', event_people.met_date, cast($as_of as date)) as age_days,
        coalesce(event_people.followed_date <= event_people.met_date + 7, false) as is_quick,
        coalesce(usual_days.usual_days, 0) as usual_days
    from event_people
    left join usual_days on event_people.path = usual_days.path and usual_days.link = 'lead_generation'
    where
        event_people.met_date <= cast($as_of as date)
        and (cast($period_start as date) is null or event_people.met_date >= cast($period_start as date))
        and (cast($period_end as date) is null or event_people.met_date < cast($period_end as date))
        and (cast($owner as varchar) is null or event_people.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or event_people.path = cast($path as varchar))
),

counted as (
    select
        event,
        min(path) as path,
        count(*) as met_count,
        max(met_date) as last_met_date,
        count(case when age_days >= 7 then 1 end) as over_count,
        count(case when age_days >= 7 and is_quick then 1 end) as followed_count,
        count(case when asked_date <= cast($as_of as date) then 1 end) as asked_count,
        count(case when sold_date <= cast($as_of as date) then 1 end) as sold_count
    from chosen
    group by event
),

everybody as (
    select
        count(case when age_days >= 7 then 1 end) as all_over_count,
        count(case when age_days >= 7 and is_quick then 1 end) as all_followed_count,
        count(case when age_days > usual_days and is_quick then 1 end) as quick_settled_count,
        count(case when age_days > usual_days and is_quick and sold_date <= cast($as_of as date) then 1 end)
            as quick_sold_count,
        count(case when age_days > usual_days and not is_quick then 1 end) as slow_settled_count,
        count(case when age_days > usual_days and not is_quick and sold_date <= cast($as_of as date) then 1 end)
            as slow_sold_count
    from chosen
),

waiting as (
    select
        chosen.event,
        people.name,
        coalesce(people.lead_id, people.customer_id, cast(people.person_key as varchar)) as person_ref,
        chosen.met_date,
        count(*) over () as waiting_count,
        row_number() over (order by chosen.met_date desc, chosen.person_key asc, chosen.event asc) as place
    from chosen
    inner join people on chosen.person_key = people.person_key
    where
        chosen.age_days < 91
        and coalesce(chosen.followed_date > cast($as_of as date), true)
        and coalesce(chosen.sold_date > cast($as_of as date), true)
),

first_waiting as (
    select
        coalesce(max(waiting_count), 0) as waiting_count,
        string_agg(
            name || chr(31) || person_ref || chr(31) || event || chr(31) || cast(met_date as varchar),
            chr(30) order by place
        ) as people
    from waiting
    where place <= 10
)

select
    counted.event,
    counted.path,
    counted.met_count,
    counted.last_met_date,
    counted.over_count,
    counted.followed_count,
    counted.asked_count,
    counted.sold_count,
    everybody.all_over_count,
    everybody.all_followed_count,
    everybody.quick_settled_count,
    everybody.quick_sold_count,
    everybody.slow_settled_count,
    everybody.slow_sold_count,
    first_waiting.waiting_count,
    first_waiting.people
from counted
cross join everybody
cross join first_waiting
order by counted.met_count desc, counted.event asc
