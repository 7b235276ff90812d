/*
title:    People by link
question: Who stands where on which path, and for how long already?
method:   M11, H4, H8
grain:    one row per person, on the path written beside the lead, else that of the first touch; those who wait longest past their usual time last,
          the most recently active first within each state; the first 2,000
needs:    leads or touches or deals
uses:     interactions, orders, customers
parts:    standing_now, standing_published
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, state, furthest_link, next_link, person_key, name, company, lead_id, customer_id, owner, entered_date,
          reached_furthest_date, last_event_date, waiting_days, usual_days, refused_date, sale_amount, email, phone,
          person_count, never_asked_count
absent:   next_link, waiting_days, usual_days, refused_date, sale_amount
listed_of: person_count
summary:  person_count, never_asked_count
money:    leads
assumes:  in play = the usual time for the next link is not over; never asked and never followed up = it is over and the
          step is not on record; waiting counts from the link reached, a new ask starts it again
source:   docs/decisions/010 and 011
next_step: Call from the top: these people know you already.
*/
with

totals as (
    select
        sum(person_count) as person_count,
        sum(never_asked_count) as never_asked_count
    from (
        select
            count(*) as person_count,
            count(case when state_order = 1 then 1 end) as never_asked_count
        from standing_now
        union all
        select
            count(*),
            count(case when state_order = 1 then 1 end)
        from standing_published
    ) as counts
),

ordered as (
    (
        select
            kind_key,
            person_key,
            last_event_date,
            state_order
        from standing_published
        order by standing_rank
        limit 2000
    )
    union all
    (
        select
            kind_key,
            person_key,
            last_event_date,
            state_order
        from standing_now
        order by state_order asc, last_event_date desc, person_key asc
        limit 2000
    )
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
    case when ordered.state_order = 7 then 'sale' else path_step_kinds.from_link end as furthest_link,
    case when ordered.state_order < 7 then path_step_kinds.link end as next_link,
    ordered.person_key,
    people.name,
    people.company,
    people.lead_id,
    people.customer_id,
    path_step_kinds.owner,
    path_due_steps.entered_date,
    case when ordered.state_order = 7 then path_due_steps.reached_date else path_due_steps.from_date end as reached_furthest_date,
    ordered.last_event_date,
    case
        when ordered.state_order < 7
            then date_diff(
                'day',
                case when path_due_steps.clock_date <= cast($as_of as date) then path_due_steps.clock_date else path_due_steps.from_date end,
                cast($as_of as date)
            )
    end as waiting_days,
    case when ordered.state_order < 7 then path_step_kinds.usual_days end as usual_days,
    case when path_due_steps.refused_date <= cast($as_of as date) then path_due_steps.refused_date end as refused_date,
    case when ordered.state_order = 7 then path_due_steps.sale_amount end as sale_amount,
    people.email,
    people.phone,
    cast(totals.person_count as bigint) as person_count,
    cast(totals.never_asked_count as bigint) as never_asked_count
from ordered
inner join path_due_steps
    on
        ordered.last_event_date = path_due_steps.last_event_date
        and ordered.person_key = path_due_steps.person_key
        and ordered.kind_key = path_due_steps.kind_key
inner join path_step_kinds on ordered.kind_key = path_step_kinds.kind_key
inner join people on ordered.person_key = people.person_key
cross join totals
order by ordered.state_order asc, ordered.last_event_date desc, ordered.person_key asc
