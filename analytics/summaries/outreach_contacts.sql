/*
title:   When we were last in touch with each person
grain:   one row per person with whom we ever were
needs:   touch_rows, touch_kinds, interactions, path_links
returns: person_key, last_contact_date
assumes: every interaction counts; a touch counts when it is nurturing or an ask, as it says or as path_links says of its
         action, unless it is something that they do alone: view, watch, open, comment, attend ...
source:  M3, M28, docs/decisions/043
*/
with

-- the link of an action whatever the path: of several the one that is a contact
action_links as (
    select
        lower(trim(action)) as action_key,
        max(case when link in ('nurturing', 'ask') then 1 else 0 end) as is_ours
    from path_links
    group by lower(trim(action))
),

contact_kinds as (
    select touch_kinds.kind_key
    from touch_kinds
    left join action_links on lower(trim(touch_kinds.action)) = action_links.action_key
    where
        (touch_kinds.link in ('nurturing', 'ask') or (touch_kinds.link is null and action_links.is_ours = 1))
        and not coalesce(regexp_matches(
            lower(touch_kinds.action),
            'view|watch|open|click|engag|comment|like|attend|webinar|visited website|download'
        ), false)
),

contacts as (
    select
        touch_rows.person_key,
        touch_rows.touched_date as contact_date
    from touch_rows
    inner join contact_kinds on touch_rows.kind_key = contact_kinds.kind_key
    where touch_rows.person_key > 0
    union all
    select
        person_key,
        cast(happened_at as date)
    from interactions
    where person_key > 0
)

select
    person_key,
    max(contact_date) as last_contact_date
from contacts
group by person_key
order by person_key
