/*
title:   Every way in which a file names a person
grain:   one row per row of customers and leads; in other tables per upload and distinct set of id, e-mail, phone and name
needs:   customers, leads, orders, deals, interactions, feedback
returns: source_table, source_ref, customer_id, lead_id, deal_id, email, phone, name, title, city, postcode, upload_id
assumes: source_ref is what the keyed views compute from a row: an id, or `|` and what there is instead;
         title is shown, never matched on
*/
create or replace temp view written_records as
with

known_deals as (
    select
        deal_id,
        min(customer_id) as customer_id,
        min(lead_id) as lead_id,
        min(email) as email,
        min(company) as company,
        min(name) as title
    from canonical.deals
    group by deal_id
),

known_leads as (
    select lead_id
    from canonical.leads
    union distinct
    select lead_id
    from canonical.deals
),

-- a column 'Lead' may hold names: what is the id of no lead and has no digit is one
met as (
    select distinct
        interactions.deal_id,
        interactions.lead_id,
        interactions.email,
        case
            when known_leads.lead_id is null and not regexp_matches(interactions.lead_id, '[0-9]')
                then interactions.lead_id
        end as name
    from canonical.interactions as interactions
    left join known_leads
        on interactions.lead_id = known_leads.lead_id
)

select
    'customers' as source_table,
    customer_id as source_ref,
    customer_id,
    cast(null as varchar) as lead_id,
    cast(null as varchar) as deal_id,
    email,
    phone,
    name,
    cast(null as varchar) as title,
    city,
    postcode,
    upload_id
from canonical.customers
union all
select
    'leads',
    lead_id as source_ref,
    customer_id,
    lead_id,
    null,
    email,
    phone,
    name,
    null,
    city,
    postcode,
    upload_id
from canonical.leads
union all
-- most exports name the customer by id alone: grouping by fewer columns halves the cost on a million rows
select
    'orders',
    customer_id as source_ref,
    customer_id,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    upload_id
from canonical.orders
where customer_id is not null and email is null and phone is null and customer_name is null
group by customer_id, upload_id
union all
select
    'orders',
    coalesce(
        customer_id,
        '|' || coalesce(email, '') || '|' || coalesce(phone, '') || '|' || coalesce(customer_name, '')
    ),
    customer_id,
    null,
    null,
    email,
    phone,
    customer_name,
    null,
    null,
    null,
    upload_id
from canonical.orders
where customer_id is null or email is not null or phone is not null or customer_name is not null
group by customer_id, email, phone, customer_name, upload_id
union all
select
    'deals',
    deal_id as source_ref,
    customer_id,
    lead_id,
    deal_id,
    email,
    null,
    company,
    title,
    null,
    null,
    null
from known_deals
union all
select
    'interactions',
    coalesce(met.deal_id, '') || '|' || coalesce(met.lead_id, '') || '|'
    || coalesce(met.email, ''),
    min(known_deals.customer_id),
    coalesce(case when met.name is null then met.lead_id end, min(known_deals.lead_id)),
    met.deal_id,
    coalesce(met.email, min(known_deals.email)),
    null,
    coalesce(met.name, min(known_deals.company)),
    min(known_deals.title),
    null,
    null,
    null
from met
left join known_deals
    on met.deal_id = known_deals.deal_id
group by met.deal_id, met.lead_id, met.email, met.name
union all
select
    'feedback',
    coalesce(customer_id, '') || '|' || coalesce(email, '') || '|' || coalesce(customer_name, ''),
    customer_id,
    null,
    null,
    email,
    null,
    customer_name,
    null,
    null,
    null,
    upload_id
from canonical.feedback
group by customer_id, email, customer_name, upload_id;
