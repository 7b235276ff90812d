/*
title:   People and where each is named
grain:   people: one row per person; identities: one row per table and way of naming a person
needs:   customers, leads, orders, deals
uses:    stages
returns: person_key and the attributes of the customers sheet, else of the leads sheet, else of any other record
assumes: a customer has an order, a won deal, or a row in the customers sheet and no deal at all; person_key counts customers by id first,
         then leads, then the others; key 0 stands for every row that names nobody
*/
create or replace temp table node_people as
with

roots as (
    select
        person_nodes.node_id,
        person_nodes.kind,
        person_nodes.ref,
        coalesce(merged_nodes.root_id, person_nodes.node_id) as root_id
    from person_nodes
    left join merged_nodes
        on person_nodes.node_id = merged_nodes.node_id
),

numbered as (
    select
        node_id as root_id,
        row_number() over (order by kind, ref) as person_key
    from roots
    where node_id = root_id and kind < 7
)

select
    roots.node_id,
    roots.kind,
    roots.ref,
    coalesce(numbered.person_key, 0) as person_key
from roots
left join numbered
    on roots.root_id = numbered.root_id;

create or replace table identities as
with

-- ids are unique as they stand, and most rows are named by one: only what has none is grouped
ids as (
    select
        case when kind = 1 then 'customers' else 'leads' end as source_table,
        ref as source_ref,
        person_key
    from node_people
    where kind in (1, 2)
),

others as (
    select
        node_records.source_table,
        node_records.source_ref,
        min(node_people.person_key) as person_key
    from node_records
    inner join node_people
        on node_records.node_id = node_people.node_id
    left join ids
        on
            node_records.source_table = 'orders'
            and ids.source_table = 'customers'
            and node_records.source_ref = ids.source_ref
    where
        node_records.source_table not in ('customers', 'leads')
        and ids.source_ref is null
    group by node_records.source_table, node_records.source_ref
)

select
    source_table,
    source_ref,
    person_key
from ids
union all
select
    source_table,
    source_ref,
    person_key
from others;

create or replace table people as
with

keys as (
    select
        person_key,
        min(case when kind = 1 then ref end) as customer_id,
        min(case when kind = 2 then ref end) as lead_id
    from node_people
    group by person_key
),

repeated as (
    select customer_id
    from canonical.customers
    group by customer_id
    having count(*) > 1
),

-- grouping ten columns of text is the dear part, so only the ids that a file repeats go through it
customer_rows as (
    select
        customers.customer_id,
        customers.name,
        customers.first_name,
        customers.company,
        customers.email,
        customers.phone,
        customers.city,
        customers.postcode,
        customers.industry,
        customers.site_count
    from canonical.customers as customers
    left join repeated
        on customers.customer_id = repeated.customer_id
    where repeated.customer_id is null
    union all
    select
        customers.customer_id,
        min(customers.name),
        min(customers.first_name),
        min(customers.company),
        min(customers.email),
        min(customers.phone),
        min(customers.city),
        min(customers.postcode),
        min(customers.industry),
        max(customers.site_count)
    from canonical.customers as customers
    inner join repeated
        on customers.customer_id = repeated.customer_id
    group by customers.customer_id
),

lead_rows as (
    select
        lead_id,
        min(name) as name,
        min(company) as company,
        min(email) as email,
        min(phone) as phone,
        min(city) as city,
        min(postcode) as postcode,
        min(industry) as industry,
        max(site_count) as site_count
    from canonical.leads
    group by lead_id
),

other_rows as (
    select
        node_people.person_key,
        min(node_records.written_name) as name,
        min(node_records.written_email) as email,
        min(node_records.written_phone) as phone
    from node_records
    inner join node_people
        on node_records.node_id = node_people.node_id
    where
        node_people.person_key > 0
        and node_records.source_table not in ('customers', 'leads')
        and coalesce(node_records.written_name, node_records.written_email, node_records.written_phone) is not null
    group by node_people.person_key
),

won_deals as (
    select distinct canonical.deals.deal_id
    from canonical.deals
    left join stages
        on lower(canonical.deals.stage_name) = lower(stages.stage_name)
    where coalesce(canonical.deals.is_won, stages.is_won, false)
),

-- Contacts of a sales tool come as customers; who has deals and won none has not bought by standing there.
dealt as (
    select distinct person_key
    from identities
    where source_table = 'deals'
),

buyers as (
    select node_people.person_key
    from node_records
    inner join node_people
        on node_records.node_id = node_people.node_id
    left join dealt
        on node_people.person_key = dealt.person_key
    where
        node_records.source_table = 'orders'
        or (node_records.source_table = 'customers' and dealt.person_key is null)
    union
    select identities.person_key
    from identities
    inner join won_deals
        on identities.source_ref = won_deals.deal_id
    where identities.source_table = 'deals'
)

select
    keys.person_key,
    keys.customer_id,
    keys.lead_id,
    coalesce(customer_rows.name, lead_rows.name, other_rows.name, other_rows.email, other_rows.phone) as name,
    customer_rows.first_name,
    coalesce(customer_rows.company, lead_rows.company) as company,
    coalesce(customer_rows.email, lead_rows.email, other_rows.email) as email,
    coalesce(customer_rows.phone, lead_rows.phone, other_rows.phone) as phone,
    coalesce(customer_rows.city, lead_rows.city) as city,
    coalesce(customer_rows.postcode, lead_rows.postcode) as postcode,
    coalesce(customer_rows.industry, lead_rows.industry) as industry,
    coalesce(customer_rows.site_count, lead_rows.site_count) as site_count,
    buyers.person_key is not null as is_customer
from keys
left join customer_rows
    on keys.customer_id = customer_rows.customer_id
left join lead_rows
    on keys.lead_id = lead_rows.lead_id
left join other_rows
    on keys.person_key = other_rows.person_key
left join buyers
    on keys.person_key = buyers.person_key
order by keys.person_key;
