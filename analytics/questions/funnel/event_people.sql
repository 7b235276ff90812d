/*
title:    People met at events and talks
question: Who was met where, and who has heard nothing from us since?
method:   M15, H8
grain:    one row per person and event, those never followed up first, then the latest meeting; the first 2,000
needs:    touches
uses:     leads, deals, orders, interactions
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  event, path, person_key, name, company, lead_id, customer_id, owner, met_date, followed_date, followed_days,
          asked_date, sold_date, email, phone, met_count, unfollowed_count
absent:   followed_date, followed_days, asked_date, sold_date
listed_of: met_count
summary:  met_count, unfollowed_count
money:    leads
assumes:  as funnel/events
source:   docs/decisions/015
nothing:  Nobody on record was met at an event or a talk.
next_step: Call those at the top: they met you and have heard nothing since.
*/
with

chosen as (
    select
        event_people.event,
        event_people.path,
        event_people.person_key,
        event_people.owner,
        event_people.met_date,
        case when event_people.followed_date <= cast($as_of as date) then event_people.followed_date end as followed_date,
        case when event_people.asked_date <= cast($as_of as date) then event_people.asked_date end as asked_date,
        case when event_people.sold_date <= cast($as_of as date) then event_people.sold_date end as sold_date
    from event_people
    where
        event_people.met_date <= cast($as_of as date)
        and (cast($period_start as date) is null or event_people.met_date >= cast($period_start as date))
        and (cast($period_end as date) is null or event_people.met_date < cast($period_end as date))
        and (cast($owner as varchar) is null or event_people.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or event_people.path = cast($path as varchar))
),

totals as (
    select
        count(*) as met_count,
        count(case when followed_date is null then 1 end) as unfollowed_count
    from chosen
),

listed as (
    select *
    from chosen
    order by followed_date is null desc, met_date desc, person_key asc, event asc
    limit 2000
)

select
    listed.event,
    listed.path,
    listed.person_key,
    people.name,
    people.company,
    people.lead_id,
    people.customer_id,
    listed.owner,
    listed.met_date,
    listed.followed_date,
    date_diff('day', listed.met_date, listed.followed_date) as followed_days,
    listed.asked_date,
    listed.sold_date,
    people.email,
    people.phone,
    totals.met_count,
    totals.unfollowed_count
from listed
inner join people on listed.person_key = people.person_key
cross join totals
order by listed.followed_date is null desc, listed.met_date desc, listed.person_key asc, listed.event asc
