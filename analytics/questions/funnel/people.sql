/*
title:    People by link
question: Who stands where on which path, and for how long already?
method:   M11, H4, H8
grain:    one row per person, on the path written beside the lead, else that of the first touch; those who wait longest past their usual time last,
          the most recently active first within each state; the first 2,000
needs:    leads or touches or deals
uses:     interactions, orders, customers
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

steps as (
    select
        kind_key,
        person_key,
        entered_date,
        from_date,
        reached_date,
        last_event_date,
        sale_amount,
        coalesce(reached_date <= cast($as_of as date), false) as is_sold,
        case when refused_date <= cast($as_of as date) then refused_date end as refused_date,
        cast($as_of as date) > case when clock_date <= cast($as_of as date) then due_date else first_due_date end
            as is_time_over,
        date_diff(
            'day', case when clock_date <= cast($as_of as date) then clock_date else from_date end, cast($as_of as date)
        ) as waiting_days
    from path_due_steps
    where
        from_date <= cast($as_of as date)
        and (cast($period_start as date) is null or entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or entered_date < cast($period_end as date))
),

-- what an open step is called is told by its kind; texts are read for those listed only
kinds as (
    select
        *,
        case
            when link = 'nurturing' then 2
            when link = 'ask' then 1
            when from_link = 'ask' then 3
            else 5
        end as over_order
    from path_step_kinds
    where
        link_order > 1
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

-- one row a person: the step not taken yet, or the last one
standing as (
    select
        steps.*,
        case
            when steps.is_sold then 7
            when steps.refused_date is not null then 6
            when steps.is_time_over then kinds.over_order
            else 4
        end as state_order
    from steps
    inner join kinds on steps.kind_key = kinds.kind_key
    where not steps.is_sold or kinds.link = 'sale'
),

ordered as (
    select *
    from standing
    order by state_order asc, last_event_date desc, person_key asc
    limit 2000
),

totals as (
    select count(*) as person_count
    from standing
)

select
    path_step_kinds.path,
    case ordered.state_order
        when 1 then 'never_asked'
        when 2 then 'never_followed_up'
        when 3 then 'no_answer'
        when 4 then 'in_play'
        when 5 then 'left'
        when 6 then 'refused'
        else 'sold'
    end as state,
    case when ordered.is_sold then 'sale' else path_step_kinds.from_link end as furthest_link,
    case when not ordered.is_sold then path_step_kinds.link end as next_link,
    ordered.person_key,
    people.name,
    people.company,
    people.lead_id,
    people.customer_id,
    path_step_kinds.owner,
    ordered.entered_date,
    case when ordered.is_sold then ordered.reached_date else ordered.from_date end as reached_furthest_date,
    ordered.last_event_date,
    case when not ordered.is_sold then ordered.waiting_days end as waiting_days,
    case when not ordered.is_sold then path_step_kinds.usual_days end as usual_days,
    ordered.refused_date,
    case when ordered.is_sold then ordered.sale_amount end as sale_amount,
    people.email,
    people.phone,
    totals.person_count
from ordered
inner join path_step_kinds on ordered.kind_key = path_step_kinds.kind_key
inner join people on ordered.person_key = people.person_key
cross join totals
order by ordered.state_order asc, ordered.last_event_date desc, ordered.person_key asc
