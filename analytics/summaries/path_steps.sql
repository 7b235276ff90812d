/*
title:   Steps that each person could take
grain:   one row per person, path and link that the person could reach next from where they had come
needs:   journeys
returns: person_key, path, owner, entered_date, is_first_path, is_last_path, link_order, link, from_link, from_date,
         clock_date, reached_date, refused_date, is_from_recorded, is_recorded, step_days, sale_amount, last_event_date
assumes: whoever reached a later link has reached the ones before; a no follows an ask; a link that the business never
         writes down is left out and the step leads over it; the row of lead generation is the whole path, from entry to
         sale; days only where both ends are on record; the clock starts again with a new ask;
         customers of before their entry are no prospects of the path
source:  M11, H4, docs/decisions/010
*/
with

prospects as (
    select
        person_key,
        path,
        owner,
        entered_date,
        is_first_path,
        is_last_path,
        last_event_date,
        refused_date,
        sale_amount,
        lead_generation_date,
        nurturing_date,
        ask_date,
        last_ask_date,
        sale_date,
        is_sale_dated,
        case when least(nurturing_date, ask_date, no_date, sale_date) >= entered_date
            then least(nurturing_date, ask_date, no_date, sale_date)
            when least(nurturing_date, ask_date, no_date, sale_date) < entered_date then entered_date
        end as nurtured_date,
        case when least(ask_date, no_date, sale_date) >= entered_date then least(ask_date, no_date, sale_date)
            when least(ask_date, no_date, sale_date) < entered_date then entered_date
        end as asked_date
    from journeys
    where not was_customer
),

written_down as (
    select
        count(nurturing_date) > 0 as has_nurturing,
        count(ask_date) > 0 as has_ask
    from prospects
),

steps as (
    -- the whole path: what comes in against what is sold
    select
        1 as link_order, 'lead_generation' as link, 'lead_generation' as from_link, person_key, path,
        entered_date as from_date, entered_date as clock_date, sale_date as reached_date,
        lead_generation_date is not null as is_from_recorded, sale_date is not null as is_recorded,
        is_sale_dated as is_dated
    from prospects
    union all
    select
        2, 'nurturing', 'lead_generation', person_key, path, entered_date, entered_date, nurtured_date,
        lead_generation_date is not null, nurturing_date is not null, true
    from prospects
    cross join written_down
    where written_down.has_nurturing
    union all
    select
        3, 'ask', case when written_down.has_nurturing then 'nurturing' else 'lead_generation' end, person_key, path,
        case when written_down.has_nurturing then nurtured_date else entered_date end,
        case when written_down.has_nurturing then nurtured_date else entered_date end,
        asked_date,
        case when written_down.has_nurturing then nurturing_date else lead_generation_date end is not null,
        ask_date is not null,
        true
    from prospects
    cross join written_down
    where written_down.has_ask
    union all
    select
        4, 'sale', 'ask', person_key, path, asked_date, greatest(asked_date, last_ask_date), sale_date,
        ask_date is not null, sale_date is not null, is_sale_dated
    from prospects
    cross join written_down
    where written_down.has_ask
    union all
    select
        4, 'sale', case when written_down.has_nurturing then 'nurturing' else 'lead_generation' end, person_key, path,
        case when written_down.has_nurturing then nurtured_date else entered_date end,
        case when written_down.has_nurturing then nurtured_date else entered_date end,
        sale_date,
        case when written_down.has_nurturing then nurturing_date else lead_generation_date end is not null,
        sale_date is not null,
        is_sale_dated
    from prospects
    cross join written_down
    where not written_down.has_ask
)

select
    steps.person_key,
    steps.path,
    prospects.owner,
    prospects.entered_date,
    prospects.is_first_path,
    prospects.is_last_path,
    steps.link_order,
    steps.link,
    steps.from_link,
    steps.from_date,
    steps.clock_date,
    steps.reached_date,
    prospects.refused_date,
    steps.is_from_recorded,
    steps.is_recorded,
    case when steps.is_from_recorded and steps.is_recorded and steps.is_dated and steps.reached_date >= steps.from_date
        then date_diff('day', steps.from_date, steps.reached_date) end as step_days,
    prospects.sale_amount,
    prospects.last_event_date
from steps
inner join prospects on steps.person_key = prospects.person_key and steps.path = prospects.path
where steps.from_date is not null
order by prospects.is_first_path desc, steps.link_order, steps.path, steps.person_key
