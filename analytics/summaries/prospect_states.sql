/*
title:   Who might buy, and who is left out for what reason
grain:   one row per person with a lead row or an open deal
needs:   people, lead_states, deal_states, path_events, touch_rows, interactions
returns: person_key, excluded_reason, owner, path, created_date, open_deal_count, open_amount, deal_id, deal_amount,
         deal_product, stage_name, deal_need, deal_need_proof, deal_willingness, deal_willingness_proof, deal_resources,
         deal_resources_proof, last_contact_date, warmth
assumes: a prospect has not bought yet: customers are left out even with an open deal, which is repeat business; lost by
         status, or a no as the last thing that happened, leaves out too unless a deal is open; of several open deals the
         largest is told; when no touch, contact or deal was loaded at all, how warm somebody is is unknown
source:  glossary; docs/decisions/021
*/
with

open_deals as (
    select
        person_key,
        deal_id,
        owner,
        opened_date,
        amount,
        product,
        stage_name,
        need,
        need_proof,
        willingness,
        willingness_proof,
        resources,
        resources_proof,
        count(*) over (partition by person_key) as open_deal_count,
        cast(sum(amount) over (partition by person_key) as decimal(18, 2)) as open_amount,
        row_number() over (partition by person_key order by amount desc nulls last, deal_id asc) as place
    from deal_states
    where is_open and person_key > 0
),

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

went as (
    select
        person_key,
        max(case when link = 'ask' then 1 else 0 end) as ask_count,
        max(case when link = 'nurturing' then 1 else 0 end) as nurturing_count,
        max(case when link = 'no' then event_date end) as last_no_date,
        max(case when link <> 'no' then event_date end) as last_other_date
    from path_events
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
        when open_deals.person_key is not null then null
        when lead_states.is_lost then 'lost'
        when went.last_no_date >= coalesce(went.last_other_date, went.last_no_date) then 'said no'
    end as excluded_reason,
    coalesce(open_deals.owner, lead_states.owner) as owner,
    lead_states.path,
    coalesce(lead_states.created_date, open_deals.opened_date) as created_date,
    coalesce(open_deals.open_deal_count, 0) as open_deal_count,
    open_deals.open_amount,
    open_deals.deal_id,
    open_deals.amount as deal_amount,
    open_deals.product as deal_product,
    open_deals.stage_name,
    open_deals.need as deal_need,
    open_deals.need_proof as deal_need_proof,
    open_deals.willingness as deal_willingness,
    open_deals.willingness_proof as deal_willingness_proof,
    open_deals.resources as deal_resources,
    open_deals.resources_proof as deal_resources_proof,
    contacts.last_contact_date,
    case
        when traces.trace_count = 0 then null
        when went.ask_count = 1 then 'asked'
        when went.nurturing_count = 1 then 'nurtured'
        else 'met'
    end as warmth
from people
cross join traces
left join lead_states on people.person_key = lead_states.person_key and lead_states.newness = 1
left join open_deals on people.person_key = open_deals.person_key and open_deals.place = 1
left join contacts on people.person_key = contacts.person_key
left join went on people.person_key = went.person_key
where
    people.person_key > 0
    and (lead_states.person_key is not null or open_deals.person_key is not null)
order by people.person_key
