/*
title:   What is known of each customer id, each lead id and everybody else
grain:   customer_rows: one row per customer_id; lead_rows: one row per lead_id; other_rows: one row per person who is
         named in other tables
needs:   customers, leads, node_people, node_records
returns: the columns of people, ordered_as (the name on their orders); of an id that a file repeats the first in the alphabet
assumes: grouping eight columns of text is the dear part, so only the ids that a file repeats go through it
*/
create or replace temp view customer_rows as
with

repeated as (
    select customer_id
    from canonical.customers
    group by customer_id
    having count(*) > 1
)

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
anti join repeated
    on customers.customer_id = repeated.customer_id
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
group by customers.customer_id;

create or replace temp view lead_rows as
with

repeated as (
    select lead_id
    from canonical.leads
    group by lead_id
    having count(*) > 1
)

select
    leads.lead_id,
    leads.name,
    leads.company,
    leads.email,
    leads.phone,
    leads.city,
    leads.postcode,
    leads.industry,
    leads.site_count
from canonical.leads as leads
anti join repeated
    on leads.lead_id = repeated.lead_id
union all
select
    leads.lead_id,
    min(leads.name),
    min(leads.company),
    min(leads.email),
    min(leads.phone),
    min(leads.city),
    min(leads.postcode),
    min(leads.industry),
    max(leads.site_count)
from canonical.leads as leads
inner join repeated
    on leads.lead_id = repeated.lead_id
group by leads.lead_id;

create or replace temp view other_rows as
select
    node_people.person_key,
    min(node_records.written_name) as name,
    min(case when node_records.source_table = 'orders' then node_records.written_name end) as ordered_as,
    min(node_records.written_email) as email,
    min(node_records.written_phone) as phone
from node_records
inner join node_people
    on node_records.node_id = node_people.node_id
where
    node_people.person_key > 0
    and coalesce(node_records.written_name, node_records.written_email, node_records.written_phone) is not null
group by node_people.person_key;
