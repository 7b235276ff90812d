/*
title:   Steps that each person could take
grain:   one row per person, path and link that the person could reach next from where they had come
needs:   link_records
parts:   journeys_so_far
returns: person_key, path, owner, entered_date, is_first_path, is_last_path, link_order, link, from_link, from_date,
         clock_date, reached_date, refused_date, is_from_recorded, is_recorded, is_passed, is_unplaced, unplaced_count, step_days,
         sale_amount, last_event_date, fit
assumes: whoever reached a later link has reached the ones before; a no follows an ask; a link that the business never
         writes down is left out and the step leads over it; a link that statuses tell is on record for whoever went on, one that
         days tell for whoever has a day; none is where too many lost leads cannot be placed (is_unplaced: lost, and a status may
         have been overwritten); the row of lead generation is the whole path, from entry to sale; days only where both ends are
         on record; the clock starts again with a new ask; customers of before their entry are no prospects of the path
source:  M11, H4, docs/decisions/010
*/
with

steps as (
    select
        journeys_so_far.*,
        link_records.link_order,
        link_records.from_order,
        case from_order when 1 then entered_date when 2 then nurtured_date else asked_date end as from_date,
        case link_order when 2 then nurtured_date when 3 then asked_date else sale_date end as reached_date,
        case
            when not is_placed then false
            -- those who went on have lost the status: to count only who still has it would leave out everybody who bought
            when is_from_by_status then true
            when from_order = 1 then lead_generation_date is not null
            -- nor those who only stand there by a status: whoever went on has none, and would be missed
            when from_order = 2 then is_nurturing_dated
            else is_ask_dated
        end as is_from_recorded,
        case link_order
            when 2 then nurturing_date is not null
            when 3 then ask_date is not null
            else sale_date is not null
        end as is_recorded,
        case link_order when 2 then asked_date is not null when 3 then sale_date is not null else false end as is_passed,
        not is_placed and is_lost and furthest_order < last_status_order as is_unplaced,
        unplaced_count,
        case from_order when 1 then lead_generation_date is not null when 2 then is_nurturing_dated else is_ask_dated end
        and case link_order when 2 then is_nurturing_dated when 3 then is_ask_dated else is_sale_dated end as is_dated
    from journeys_so_far
    inner join link_records
        on
            journeys_so_far.path = link_records.path
            and journeys_so_far.furthest_order >= link_records.from_order
)

select
    person_key,
    path,
    owner,
    entered_date,
    is_first_path,
    is_last_path,
    link_order,
    case link_order when 1 then 'lead_generation' when 2 then 'nurturing' when 3 then 'ask' else 'sale' end as link,
    case from_order when 1 then 'lead_generation' when 2 then 'nurturing' else 'ask' end as from_link,
    from_date,
    case when from_order = 3 and last_ask_date > asked_date then last_ask_date else from_date end as clock_date,
    reached_date,
    refused_date,
    is_from_recorded,
    is_recorded,
    is_passed,
    is_unplaced,
    unplaced_count,
    case
        when is_recorded and is_dated and reached_date >= from_date
            then date_diff('day', from_date, reached_date)
    end as step_days,
    sale_amount,
    last_event_date,
    fit
from steps
order by is_first_path desc, link_order asc, path asc, person_key asc
