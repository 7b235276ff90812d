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

kinds as (
    select *
    from path_step_kinds
    where
        link_order > 1
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

totals as (
    select cast(coalesce(sum(path_tallies.person_count), 0) as bigint) as dropped_count
    from path_tallies
    inner join kinds on path_tallies.kind_key = kinds.kind_key
    where path_tallies.state = 1 or (path_tallies.state = 2 and path_tallies.is_time_over)
),

-- each person once, at the first link not taken
listed as (
    select
        path_due_steps.kind_key,
        path_due_steps.person_key,
        path_due_steps.from_date,
        path_due_steps.last_event_date,
        path_due_steps.state = 1 as is_refused
    from path_due_steps
    inner join kinds on path_due_steps.kind_key = kinds.kind_key
    where path_due_steps.state = 1 or (path_due_steps.state = 2 and path_due_steps.is_time_over)
    order by path_due_steps.last_event_date desc, path_due_steps.person_key asc
    limit 2000
)

select
    kinds.link,
    case
        when listed.is_refused then 'refused'
        when kinds.link = 'nurturing' then 'never_followed_up'
        when kinds.link = 'ask' then 'never_asked'
        else 'no_answer'
    end as state,
    listed.person_key,
    people.name,
    people.company,
    people.lead_id,
    kinds.path,
    kinds.owner,
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
inner join kinds on listed.kind_key = kinds.kind_key
inner join people on listed.person_key = people.person_key
left join person_traits on listed.person_key = person_traits.person_key
cross join totals
order by listed.last_event_date desc, listed.person_key asc
