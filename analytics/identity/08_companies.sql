/*
title:   Contacts whose company is the name of a customer
grain:   company_nodes: one row per company and node
needs:   node_records, canonical.customers, canonical.leads
returns: company, node_id, is_firm
assumes: a firm is whoever orders or stands among the customers under the name that a contact gives as the company; whoever is
         called like the company is no contact of it, but the firm
*/
create or replace temp table company_nodes as
with

told as (
    select
        'customers' as source_table,
        customer_id as source_ref,
        normal_name(company) as company
    from canonical.customers
    where company is not null
    union all
    select
        'leads',
        lead_id,
        normal_name(company)
    from canonical.leads
    where company is not null
),

contacts as (
    select distinct
        told.company,
        node_records.node_id
    from told
    inner join node_records
        on
            told.source_table = node_records.source_table
            and told.source_ref = node_records.source_ref
    where told.company is not null and node_records.name <> told.company
),

firms as (
    select distinct
        node_records.name as company,
        node_records.node_id
    from node_records
    semi join contacts
        on node_records.name = contacts.company
    where node_records.source_table in ('customers', 'orders')
)

select
    company,
    node_id,
    true as is_firm
from firms
union all
select
    contacts.company,
    contacts.node_id,
    false
from contacts
semi join firms
    on contacts.company = firms.company;
