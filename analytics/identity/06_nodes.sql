/*
title:   The records under the one key that each is known by
grain:   node_records: one row per record; person_nodes: one row per id, or per e-mail, phone or name of those without
needs:   person_records
returns: node_records (node_id, ref and the columns of person_records); person_nodes (node_id, kind, ref)
assumes: kinds in order of trust: 1 customer_id, 2 lead_id, 3 e-mail, 4 phone (with the name where several have it),
         5 name, 6 deal, 7 nobody is named;
         an e-mail or phone that more than five different names use (info@, a switchboard) says nothing about who it is
*/
create or replace temp table shared_contacts as
with

contacts as (
    select
        email as contact,
        name
    from person_records
    where email is not null
    union all
    select
        phone,
        name
    from person_records
    where phone is not null
),

-- counting first keeps the costly count of different names to the few that can reach it
frequent as (
    select contact
    from contacts
    group by contact
    having count(*) > 5
)

select contacts.contact
from contacts
inner join frequent
    on contacts.contact = frequent.contact
group by contacts.contact
having count(distinct contacts.name) > 5;

update person_records
set email = null
where email in (select contact from shared_contacts);

update person_records
set phone = null
where phone in (select contact from shared_contacts);

-- whose buyers have no e-mail and no number, and names of their own: each name is known by itself until they are joined
create or replace temp table phones_of_several as
select phone
from person_records
where
    customer_id is null
    and lead_id is null
    and email is null
    and phone is not null
group by phone
having count(distinct name) > 1;

-- a view: a hash of an id costs less than another copy of a million rows
create or replace temp view node_records as
with

told as (
    select
        *,
        case
            when phone in (select phones_of_several.phone from phones_of_several)
                then phone || coalesce('|' || name, '')
            else phone
        end as phone_ref
    from person_records
)

select
    node_of(
        case
            when customer_id is not null then 1
            when lead_id is not null then 2
            when email is not null then 3
            when phone is not null then 4
            when name is not null then 5
            when deal_id is not null then 6
            else 7
        end,
        coalesce(customer_id, lead_id, email, phone_ref, name, deal_id, '')
    ) as node_id,
    coalesce(customer_id, lead_id, email, phone_ref, name, deal_id, '') as ref,
    source_table,
    source_ref,
    customer_id,
    lead_id,
    email,
    phone,
    name,
    city,
    postcode,
    written_name,
    written_email,
    written_phone,
    upload
from told;

create or replace temp table person_nodes as
with

refs as (
    select
        node_id,
        ref
    from node_records
    union all
    -- a lead that is known under its customer_id here may be known by its lead_id alone elsewhere
    select
        node_of(2, lead_id),
        lead_id
    from node_records
    where customer_id is not null and lead_id is not null
)

select
    node_id,
    kind_of(node_id) as kind,
    min(ref) as ref
from refs
group by node_id;
