/*
title:   Steps that each person could take
grain:   one row per person, path and link that the person could reach next from where they had come
needs:   journeys, person_fits
returns: person_key, path, owner, entered_date, is_first_path, is_last_path, link_order, link, from_link, from_date,
         clock_date, reached_date, refused_date, is_from_recorded, is_recorded, is_passed, step_days, sale_amount, last_event_date,
         fit
assumes: whoever reached a later link has reached the ones before; a no follows an ask; a link that the business never
         writes down is left out and the step leads over it; the row of lead generation is the whole path, from entry to
         sale; days only where both ends are on record; the clock starts again with a new ask;
         customers of before their entry are no prospects of the path
source:  M11, H4, docs/decisions/010
*/
with

prospects as (
    select
        journeys.*,
        person_fits.fit,
        least(journeys.nurturing_date, journeys.ask_date, journeys.no_date, journeys.sale_date) as first_nurtured_date,
        least(journeys.ask_date, journeys.no_date, journeys.sale_date) as first_asked_date
    from journeys
    left join person_fits on journeys.person_key = person_fits.person_key
    where not journeys.was_customer
),

written_down as (
    select
        count(nurturing_date) > 0 as has_nurturing,
        count(ask_date) > 0 as has_ask
    from prospects
),

-- a step from before the entry counts as taken on the day of entry
reached as (
    select
        prospects.*,
        written_down.has_nurturing,
        written_down.has_ask,
        case when first_nurtured_date is not null then greatest(first_nurtured_date, entered_date) end as nurtured_date,
        case when first_asked_date is not null then greatest(first_asked_date, entered_date) end as asked_date,
        ask_date is not null as is_ask_recorded,
        nurturing_date is not null as is_nurturing_recorded,
        lead_generation_date is not null as is_entry_recorded
    from prospects
    cross join written_down
),

before_ask as (
    select
        *,
        case when has_nurturing then 'nurturing' else 'lead_generation' end as before_link,
        case when has_nurturing then nurtured_date else entered_date end as before_date,
        case when has_nurturing then is_nurturing_recorded else is_entry_recorded end as is_before_recorded
    from reached
),

steps as (
    -- the whole path: what comes in against what is sold
    select
        1 as link_order,
        'lead_generation' as link,
        'lead_generation' as from_link,
        person_key,
        path,
        owner,
        entered_date,
        is_first_path,
        is_last_path,
        refused_date,
        sale_amount,
        last_event_date,
        fit,
        entered_date as from_date,
        entered_date as clock_date,
        sale_date as reached_date,
        is_entry_recorded as is_from_recorded,
        sale_date is not null as is_recorded,
        false as is_passed,
        is_sale_dated as is_dated
    from before_ask
    union all
    select
        2,
        'nurturing',
        'lead_generation',
        person_key,
        path,
        owner,
        entered_date,
        is_first_path,
        is_last_path,
        refused_date,
        sale_amount,
        last_event_date,
        fit,
        entered_date as from_date,
        entered_date as clock_date,
        nurtured_date,
        is_entry_recorded,
        is_nurturing_recorded,
        first_asked_date is not null,
        is_nurturing_dated
    from before_ask
    where has_nurturing
    union all
    select
        3,
        'ask',
        before_link,
        person_key,
        path,
        owner,
        entered_date,
        is_first_path,
        is_last_path,
        refused_date,
        sale_amount,
        last_event_date,
        fit,
        before_date as from_date,
        before_date as clock_date,
        asked_date,
        is_before_recorded,
        is_ask_recorded,
        sale_date is not null,
        is_ask_dated and (is_nurturing_dated or not has_nurturing)
    from before_ask
    where has_ask
    union all
    select
        4,
        'sale',
        case when has_ask then 'ask' else before_link end,
        person_key,
        path,
        owner,
        entered_date,
        is_first_path,
        is_last_path,
        refused_date,
        sale_amount,
        last_event_date,
        fit,
        case when has_ask then asked_date else before_date end,
        case when last_ask_date > asked_date then last_ask_date when has_ask then asked_date else before_date end,
        sale_date,
        case when has_ask then is_ask_recorded else is_before_recorded end,
        sale_date is not null,
        false,
        is_sale_dated and (is_ask_dated or not has_ask)
    from before_ask
)

select
    person_key,
    path,
    owner,
    entered_date,
    is_first_path,
    is_last_path,
    link_order,
    link,
    from_link,
    from_date,
    clock_date,
    reached_date,
    refused_date,
    is_from_recorded,
    is_recorded,
    is_passed,
    case
        when is_from_recorded and is_recorded and is_dated and reached_date >= from_date
            then date_diff('day', from_date, reached_date)
    end as step_days,
    sale_amount,
    last_event_date,
    fit
from steps
where from_date is not null
order by is_first_path desc, link_order asc, path asc, person_key asc
