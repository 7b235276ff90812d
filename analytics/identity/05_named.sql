/*
title:   What each mention says
grain:   named_by_id: one row per mention that is an id; the others, and every introduction, become person_records
needs:   mentions
returns: named_by_id (source_table, source_ref, node_id); the columns of person_records, added to it
assumes: a cell that is both a customer's and a lead's id means the kind that more cells of its column mean;
         an id says nothing that the row which it names does not say
*/
create or replace temp table means_leads as
select source_table
from mentions
group by source_table
having count(case when is_lead_id then 1 end) > count(case when is_customer_id then 1 end);

create or replace temp table named_by_id as
select
    source_table,
    source_ref,
    case
        when is_customer_id and not (is_lead_id and source_table in (select source_table from means_leads))
            then node_of(1, mention)
        else node_of(2, mention)
    end as node_id
from mentions
where source_table <> 'referred' and (is_customer_id or is_lead_id);

insert into person_records
with

meant as (
    select
        source_table,
        source_ref,
        mention,
        customer_id,
        lead_id,
        is_customer_id
        and not (is_lead_id and source_table in (select source_table from means_leads)) as is_customer,
        is_lead_id
        and (not is_customer_id or source_table in (select source_table from means_leads)) as is_lead,
        not is_customer_id and not is_lead_id as is_free,
        regexp_matches(mention, '^[-+0-9 ()./]{7,}$') as is_phone
    from mentions
    where source_table = 'referred' or not (is_customer_id or is_lead_id)
),

read as (
    select
        source_table,
        source_ref,
        coalesce(customer_id, case when is_customer then mention end) as customer_id,
        coalesce(lead_id, case when is_lead then mention end) as lead_id,
        case when is_free then normal_email(mention) end as email,
        case when is_free and is_phone then mention end as phone,
        case when is_free and mention not like '%_@_%' and not is_phone then mention end as name
    from meant
)

select
    source_table,
    source_ref,
    customer_id,
    lead_id,
    null,
    email,
    normal_phone(phone),
    normal_name(name),
    null,
    null,
    name as written_name,
    email as written_email,
    phone as written_phone,
    null
from read;
