/*
title:   Who did which action, and when first and last
grain:   one row per person and action, whatever the number of touches
needs:   touch_rows, touch_kinds, path_links, contact_actions, person_temperatures
returns: person_key, action_key, action, first_date, last_date (until becoming a lead), lead_date, customer_date, path, owner
assumes: asks, sales and leaving contact details are no such actions
source:  M15, docs/decisions/015
*/
with

act_kinds as (
    select
        touch_kinds.kind_key,
        lower(trim(touch_kinds.action)) as action_key,
        trim(touch_kinds.action) as action
    from touch_kinds
    left join path_links on path_links.path = '*' and lower(trim(touch_kinds.action)) = lower(path_links.action)
    left join contact_actions on lower(trim(touch_kinds.action)) = contact_actions.action_key
    where
        touch_kinds.action is not null
        and contact_actions.action_key is null
        and coalesce(path_links.link, lower(trim(touch_kinds.link)), 'nurturing') in ('lead_generation', 'nurturing')
)

select
    touch_rows.person_key,
    act_kinds.action_key,
    min(act_kinds.action) as action,
    min(touch_rows.touched_date) as first_date,
    max(
        case
            when touch_rows.touched_date <= coalesce(person_temperatures.lead_date, touch_rows.touched_date)
                then touch_rows.touched_date
        end
    ) as last_date,
    min(person_temperatures.lead_date) as lead_date,
    min(person_temperatures.customer_date) as customer_date,
    min(person_temperatures.path) as path,
    min(person_temperatures.owner) as owner
from touch_rows
inner join act_kinds on touch_rows.kind_key = act_kinds.kind_key
inner join person_temperatures on touch_rows.person_key = person_temperatures.person_key
group by touch_rows.person_key, act_kinds.action_key
