/*
title:   When each person became warm, a lead and a customer
grain:   one row per person of whom anything is known
needs:   people, path_events, journeys, lead_states, first_orders, touch_rows, touch_kinds, contact_actions
returns: person_key, path, owner, warm_date, lead_date, customer_date, is_listed_customer, has_email, has_phone,
         has_address, last_event_date
assumes: warm = the first thing they did or we did with them; lead = the first row in the leads list, a note that
         they gave contact details, or an ask; customer = the first order or sale, or in the customer list (then without a day);
         whoever skipped a temperature has no day of it; address = town or postcode
source:  M15, glossary, docs/decisions/015
*/
with

happened as (
    select
        person_key,
        min(case when link in ('lead_generation', 'nurturing') then event_date end) as first_event_date,
        min(case when link = 'ask' then event_date end) as first_ask_date,
        min(case when link = 'sale' and is_dated then event_date end) as first_sale_date
    from path_events
    group by person_key
),

gave_contact as (
    select
        touch_rows.person_key,
        min(touch_rows.touched_date) as gave_date
    from touch_rows
    inner join touch_kinds on touch_rows.kind_key = touch_kinds.kind_key
    inner join contact_actions on lower(trim(touch_kinds.action)) = contact_actions.action_key
    group by touch_rows.person_key
),

listed as (
    select
        person_key,
        min(created_date) as created_date
    from lead_states
    group by person_key
),

ways as (
    select
        person_key,
        path,
        owner,
        last_event_date
    from journeys
    where is_first_path
),

dated as (
    select
        people.person_key,
        ways.path,
        ways.owner,
        ways.last_event_date,
        happened.first_event_date,
        least(listed.created_date, happened.first_ask_date, gave_contact.gave_date) as lead_date,
        least(first_orders.first_order_date, happened.first_sale_date) as customer_date,
        people.is_customer,
        people.email is not null as has_email,
        people.phone is not null as has_phone,
        people.city is not null or people.postcode is not null as has_address
    from people
    left join happened on people.person_key = happened.person_key
    left join gave_contact on people.person_key = gave_contact.person_key
    left join listed on people.person_key = listed.person_key
    left join first_orders on people.person_key = first_orders.person_key
    left join ways on people.person_key = ways.person_key
    where people.person_key > 0
)

select
    person_key,
    path,
    owner,
    case
        when
            coalesce(first_event_date < lead_date, lead_date is null)
            and coalesce(first_event_date < customer_date, customer_date is null)
            then first_event_date
    end as warm_date,
    case when coalesce(lead_date < customer_date, customer_date is null) then lead_date end as lead_date,
    customer_date,
    is_customer and customer_date is null as is_listed_customer,
    has_email,
    has_phone,
    has_address,
    last_event_date
from dated
-- as contact_gaps lists them
order by last_event_date desc nulls last, person_key asc
