/*
title:   The records under the one key that each is known by
grain:   node_records: one row per record; person_nodes: one row per id, or per e-mail, phone or name of those without
returns: node_records (node_id, the columns of person_records normalised, and name, e-mail and phone as written);
         person_nodes (node_id, kind, ref)
assumes: kinds in order of trust: 1 customer_id, 2 lead_id, 3 e-mail, 4 phone, 5 name, 6 deal, 7 nobody is named;
         an e-mail or phone that more than five different names use (info@, a switchboard) says nothing about who it is;
         node_id is the kind followed by 59 bits of a hash: two of a million refs share one with chance 1 in 10^6
*/
create or replace temp macro node_of(kind, ref) as
cast(kind as bigint) * 576460752303423488 + cast(hash(ref) >> 5 as bigint);

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
    coalesce(name, title) as written_name,
    email as written_email,
    phone as written_phone,
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

create or replace temp table node_records as
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
        plain_records.written_name,
        plain_records.written_email,
        plain_records.written_phone,
        plain_records.upload_id
    from plain_records
    left join shared_contacts as emails
        on plain_records.email = emails.contact
    left join shared_contacts as phones
        on plain_records.phone = phones.contact
),

known as (
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
        written_name,
        written_email,
        written_phone,
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
    from usable
)

select
    node_of(kind, ref) as node_id,
    kind,
    ref,
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
    upload_id
from known;

create or replace temp table person_nodes as
select
    node_id,
    min(kind) as kind,
    min(ref) as ref
from node_records
group by node_id
union
-- a lead that is known under its customer_id here may be known by its lead_id alone elsewhere
select
    node_of(2, lead_id),
    2,
    lead_id
from node_records
where customer_id is not null and lead_id is not null;
