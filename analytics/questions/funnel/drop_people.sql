/*
title:    People who dropped, and what is known of them
question: Who did not go on at which link, and what do they have in common?
method:   M12, H3, H8
grain:    one row per person and link not taken though its usual time is over, the most recently active first; the first 2,000
needs:    leads or touches or deals
uses:     interactions, orders
parts:    published, steps_now, steps_tallied, dropped_now
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  link, state, person_key, name, company, lead_id, path, owner, source, industry, size, product, referral,
          content, response, from_date, last_event_date, email, phone, dropped_count
listed_of: dropped_count
summary:  dropped_count
money:    leads
assumes:  refused = said no; otherwise no further step is on record
source:   docs/decisions/016
nothing:  Nobody whose usual time is over was left behind.
next_step: Sort by what funnel/drop_reasons names, and call those you would have asked.
*/
with

totals as (
    select cast(coalesce(sum(steps_tallied.person_count), 0) as bigint) as dropped_count
    from steps_tallied
    inner join path_step_kinds on steps_tallied.kind_key = path_step_kinds.kind_key
    where
        path_step_kinds.link_order > 1
        and (steps_tallied.state = 1 or (steps_tallied.state = 2 and steps_tallied.is_time_over))
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
)

select
    path_step_kinds.link,
    case
        when dropped_now.is_refused then 'refused'
        when path_step_kinds.link = 'nurturing' then 'never_followed_up'
        when path_step_kinds.link = 'ask' then 'never_asked'
        else 'no_answer'
    end as state,
    dropped_now.person_key,
    people.name,
    people.company,
    people.lead_id,
    path_step_kinds.path,
    path_step_kinds.owner,
    person_traits.source,
    person_traits.industry,
    person_traits.site_band as size,
    person_traits.product,
    person_traits.referral,
    person_traits.content,
    person_traits.response,
    dropped_now.from_date,
    dropped_now.last_event_date,
    people.email,
    people.phone,
    totals.dropped_count
from dropped_now
inner join path_step_kinds on dropped_now.kind_key = path_step_kinds.kind_key
inner join people on dropped_now.person_key = people.person_key
left join person_traits on dropped_now.person_key = person_traits.person_key
cross join totals
order by dropped_now.last_event_date desc, dropped_now.person_key asc
