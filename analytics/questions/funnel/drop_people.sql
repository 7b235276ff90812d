/*
title:    People who dropped, and what is known of them
question: Who did not go on at which link, and what do they have in common?
method:   M12, H3, H8
grain:    one row per person and link not taken though its usual time is over, the most recently active first; the first 2,000
needs:    leads or touches or deals
uses:     interactions, orders
params:   $owner text or null; $path text or null
returns:  link, state, person_key, name, company, lead_id, path, owner, source, industry, size, product, referral,
          content, response, from_date, last_event_date, email, phone, dropped_count
summary:  dropped_count
money:    leads
assumes:  as of the last day in the data; refused = said no; otherwise no further step is on record
source:   docs/decisions/016
nothing:  Nobody whose usual time is over was left behind.
next_step: Sort by what funnel/drop_reasons names, and call those you would have asked.
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

-- each person once, at the first link not taken
dropped as (
    select
        path_step_kinds.link,
        path_step_kinds.path,
        path_step_kinds.owner,
        path_due_steps.person_key,
        path_due_steps.from_date,
        path_due_steps.last_event_date,
        path_due_steps.refused_date <= spans.last_day as is_refused
    from path_due_steps
    inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
    cross join spans
    where
        path_step_kinds.link_order > 1
        and coalesce(path_due_steps.reached_date > spans.last_day, true)
        and path_due_steps.from_date <= spans.last_day
        and (
            coalesce(path_due_steps.refused_date <= spans.last_day, false)
            or spans.last_day > case
                when path_due_steps.clock_date <= spans.last_day then path_due_steps.due_date
                else path_due_steps.first_due_date
            end
        )
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
),

totals as (
    select count(*) as dropped_count
    from dropped
),

listed as (
    select *
    from dropped
    order by last_event_date desc, person_key asc
    limit 2000
)

select
    listed.link,
    case
        when listed.is_refused then 'refused'
        when listed.link = 'nurturing' then 'never_followed_up'
        when listed.link = 'ask' then 'never_asked'
        else 'no_answer'
    end as state,
    listed.person_key,
    people.name,
    people.company,
    people.lead_id,
    listed.path,
    listed.owner,
    person_traits.source,
    person_traits.industry,
    person_traits.site_band as size,
    person_traits.product,
    person_traits.referral,
    person_traits.content,
    person_traits.response,
    listed.from_date,
    listed.last_event_date,
    people.email,
    people.phone,
    totals.dropped_count
from listed
inner join people on listed.person_key = people.person_key
left join person_traits on listed.person_key = person_traits.person_key
cross join totals
order by listed.last_event_date desc, listed.person_key asc
