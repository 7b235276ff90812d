/*
title:   The ways in which files name people, ready to compare
grain:   one row per row of written_records
needs:   written_records
returns: source_table, source_ref, ids; e-mail, phone, name, city and postcode normalised; what was written; upload
assumes: what customers and leads say of themselves is read there when it is shown; upload is a hash
*/
create or replace temp table person_records as
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
    case when source_table not in ('customers', 'leads') then coalesce(name, title) end as written_name,
    case when source_table not in ('customers', 'leads') then email end as written_email,
    case when source_table not in ('customers', 'leads') then phone end as written_phone,
    case when upload_id is not null then hash(upload_id) end as upload
from written_records;
