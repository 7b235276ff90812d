/*
title:   Who might buy, and who is left out for what reason
grain:   one row per person with a lead row or an open deal
needs:   people, lead_states, deal_states, touch_rows, interactions
parts:   largest_open_deals, steps_of_people
returns: person_key, excluded_reason, owner, path, created_date, open_deal_count, open_amount, deal_id, deal_amount,
         deal_product, stage_name, deal_need, deal_need_proof, deal_willingness, deal_willingness_proof, deal_resources,
         deal_resources_proof, last_contact_date, warmth
assumes: a prospect has not bought yet: customers are left out even with an open deal, which is repeat business; lost by
         status, or a no as the last thing that happened, leaves out too unless a deal is open; of several open deals the
         largest is told; when no touch, contact or deal was loaded at all, how warm somebody is is unknown
source:  glossary; docs/decisions/021
*/
with

contacts as (
    select
        person_key,
        max(happened_date) as last_contact_date
    from (
        select
            person_key,
            touched_date as happened_date
        from touch_rows
        union all
        select
            person_key,
            cast(happened_at as date)
        from interactions
    ) as happened
    group by person_key
),

traces as (
    select (select count(*) from touch_rows) + (select count(*) from interactions) + (select count(*) from deal_states)
        as trace_count
)

select
    people.person_key,
    case
        when people.is_customer then 'customer'
        when largest_open_deals.person_key is not null then null
        when lead_states.is_lost then 'lost'
        when steps_of_people.last_no_date >= coalesce(steps_of_people.last_other_date, steps_of_people.last_no_date) then 'said no'
    end as excluded_reason,
    coalesce(largest_open_deals.owner, lead_states.owner) as owner,
    lead_states.path,
    coalesce(lead_states.created_date, largest_open_deals.opened_date) as created_date,
    coalesce(largest_open_deals.open_deal_count, 0) as open_deal_count,
    largest_open_deals.open_amount,
    largest_open_deals.deal_id,
    largest_open_deals.amount as deal_amount,
    largest_open_deals.product as deal_product,
    largest_open_deals.stage_name,
    largest_open_deals.need as deal_need,
    largest_open_deals.need_proof as deal_need_proof,
    largest_open_deals.willingness as deal_willingness,
    largest_open_deals.willingness_proof as deal_willingness_proof,
    largest_open_deals.resources as deal_resources,
    largest_open_deals.resources_proof as deal_resources_proof,
    contacts.last_contact_date,
    case
        when traces.trace_count = 0 then null
        when steps_of_people.ask_count = 1 then 'asked'
        when steps_of_people.nurturing_count = 1 then 'nurtured'
        else 'met'
    end as warmth
from people
cross join traces
left join lead_states on people.person_key = lead_states.person_key and lead_states.newness = 1
left join largest_open_deals on people.person_key = largest_open_deals.person_key and largest_open_deals.place = 1
left join contacts on people.person_key = contacts.person_key
left join steps_of_people on people.person_key = steps_of_people.person_key
where
    people.person_key > 0
    and (lead_states.person_key is not null or largest_open_deals.person_key is not null)
order by people.person_key
