/*
title:    People by link
question: Who stands where on which path, and for how long already?
method:   M11, H4, H8
grain:    one row per person, on the path written beside the lead, else that of the first touch; those who wait longest past their usual time last,
          the most recently active first within each state; the first 5,000
needs:    path_steps
uses:     leads, touches, deals, interactions, orders, customers
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, state, furthest_link, next_link, person_key, name, company, lead_id, customer_id, owner, entered_date,
          reached_furthest_date, last_event_date, waiting_days, usual_days, refused_date, sale_amount, email, phone,
          person_count
summary:  person_count
money:    leads
assumes:  in play = the usual time for the next link is not over; never asked and never followed up = it is over and the
          step is not on record; waiting counts from the link reached, a new ask starts it again
source:   docs/decisions/010 and 011
next_step: Call from the top: these people know you already.
*/
with

standing as (
    select
        path_steps.person_key,
        path_steps.path,
        path_steps.owner,
        path_steps.entered_date,
        path_steps.link,
        path_steps.from_link,
        path_steps.from_date,
        path_steps.last_event_date,
        usual_days.usual_days,
        path_steps.reached_date,
        case when path_steps.refused_date <= cast($as_of as date) then path_steps.refused_date end as refused_date,
        coalesce(path_steps.reached_date <= cast($as_of as date), false) as is_sold,
        path_steps.sale_amount,
        date_diff(
            'day',
            case when path_steps.clock_date <= cast($as_of as date) then path_steps.clock_date else path_steps.from_date end,
            cast($as_of as date)
        ) as waiting_days
    from path_steps
    inner join usual_days on path_steps.path = usual_days.path and path_steps.link = usual_days.link
    where
        path_steps.is_first_path
        and path_steps.link_order > 1
        and path_steps.from_date <= cast($as_of as date)
        -- one row a person: the step not taken yet, or the last one
        and (path_steps.link = 'sale' or coalesce(path_steps.reached_date > cast($as_of as date), true))
        and (cast($period_start as date) is null or path_steps.entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or path_steps.entered_date < cast($period_end as date))
        and (cast($owner as varchar) is null or path_steps.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_steps.path = cast($path as varchar))
),

states as (
    select
        *,
        case
            when is_sold then 'sold'
            when refused_date is not null then 'refused'
            when waiting_days <= usual_days then 'in_play'
            when link = 'nurturing' then 'never_followed_up'
            when link = 'ask' then 'never_asked'
            when from_link = 'ask' then 'no_answer'
            else 'left'
        end as state
    from standing
),

ordered as (
    select
        *,
        case state
            when 'never_asked' then 1
            when 'never_followed_up' then 2
            when 'no_answer' then 3
            when 'in_play' then 4
            when 'left' then 5
            when 'refused' then 6
            else 7
        end as state_order,
        count(*) over () as person_count
    from states
)

select
    ordered.path,
    ordered.state,
    case when ordered.is_sold then 'sale' else ordered.from_link end as furthest_link,
    case when not ordered.is_sold then ordered.link end as next_link,
    ordered.person_key,
    people.name,
    people.company,
    people.lead_id,
    people.customer_id,
    ordered.owner,
    ordered.entered_date,
    case when ordered.is_sold then ordered.reached_date else ordered.from_date end as reached_furthest_date,
    ordered.last_event_date,
    case when not ordered.is_sold then ordered.waiting_days end as waiting_days,
    case when not ordered.is_sold then ordered.usual_days end as usual_days,
    ordered.refused_date,
    case when ordered.is_sold then ordered.sale_amount end as sale_amount,
    people.email,
    people.phone,
    ordered.person_count
from ordered
inner join people on ordered.person_key = people.person_key
order by ordered.state_order, ordered.last_event_date desc, ordered.person_key
limit 5000
