/*
title:   The records under the one key that each is known by
grain:   person_nodes: one row per id, or per e-mail, phone or name of those without an id; node_records: one per record
returns: person_nodes (node_id, kind, ref); node_records (node_id and the columns of person_records, normalised)
assumes: kinds in order of trust: 1 customer_id, 2 lead_id, 3 e-mail, 4 phone, 5 name, 6 deal, 7 nobody is named;
         an e-mail or phone that more than five different names use (info@, a switchboard) says nothing about who it is
*/
create or replace temp table plain_records as
select
    source_table,
    source_ref,
    customer_id,
    lead_id,
    deal_id,
    normal_email(email) as email,
    normal_phone(phone) as phone,
    normal_name(name) as name,
    normal_place(city) as city,
    normal_place(postcode) as postcode,
    upload_id
from person_records;

create or replace temp table shared_contacts as
with

contacts as (
    select
        email as contact,
        name
    from plain_records
    where email is not null
    union all
    select
        phone,
        name
    from plain_records
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

create or replace temp table keyed_records as
with

usable as (
    select
        plain_records.source_table,
        plain_records.source_ref,
        plain_records.customer_id,
        plain_records.lead_id,
        plain_records.deal_id,
        case when emails.contact is null then plain_records.email end as email,
        case when phones.contact is null then plain_records.phone end as phone,
        plain_records.name,
        plain_records.city,
        plain_records.postcode,
        plain_records.upload_id
    from plain_records
    left join shared_contacts as emails
        on plain_records.email = emails.contact
    left join shared_contacts as phones
        on plain_records.phone = phones.contact
)

select
    source_table,
    source_ref,
    customer_id,
    lead_id,
    email,
    phone,
    name,
    city,
    postcode,
    upload_id,
    case
        when customer_id is not null then 1
        when lead_id is not null then 2
        when email is not null then 3
        when phone is not null then 4
        when name is not null then 5
        when deal_id is not null then 6
        else 7
    end as kind,
    coalesce(customer_id, lead_id, email, phone, name, deal_id, '') as ref
from usable;

create or replace temp table person_nodes as
with

named as (
    select
        kind,
        ref
    from keyed_records
    union
    -- a lead that is known under its customer_id here may be known by its lead_id alone elsewhere
    select
        2,
        lead_id
    from keyed_records
    where lead_id is not null
)

select
    row_number() over (order by kind, ref) as node_id,
    kind,
    ref
from named;

create or replace temp table node_records as
select
    person_nodes.node_id,
    keyed_records.source_table,
    keyed_records.source_ref,
    keyed_records.customer_id,
    keyed_records.lead_id,
    keyed_records.email,
    keyed_records.phone,
    keyed_records.name,
    keyed_records.city,
    keyed_records.postcode,
    keyed_records.upload_id
from keyed_records
inner join person_nodes
    on keyed_records.kind = person_nodes.kind
    and keyed_records.ref = person_nodes.ref;
