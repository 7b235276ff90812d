/*
title:   Keys that more than one node carries
grain:   one row per key and node
returns: key_kind, key, node_id
assumes: kinds in the order in which they are believed: 1 ids that one row names together, 2 e-mail, 3 phone,
         4 name with postcode, 5 name with city, 6 name alone; key is a hash of what is shared
*/
create or replace temp table shared_keys as
with

keys as (
    select
        1 as key_kind,
        hash(lead_id) as key,
        node_id
    from node_records
    where customer_id is not null and lead_id is not null
    union all
    select
        1,
        hash(lead_id),
        node_of(2, lead_id)
    from node_records
    where customer_id is not null and lead_id is not null
    union all
    select
        2,
        hash(email),
        node_id
    from node_records
    where email is not null
    union all
    select
        3,
        hash(phone),
        node_id
    from node_records
    where phone is not null
    union all
    select
        4,
        hash(name || '|' || postcode),
        node_id
    from node_records
    where name is not null and postcode is not null
    union all
    select
        5,
        hash(name || '|' || city),
        node_id
    from node_records
    where name is not null and city is not null
    union all
    select
        6,
        hash(name),
        node_id
    from node_records
    where name is not null
),

shared as (
    select
        key_kind,
        key
    from keys
    group by key_kind, key
    having min(node_id) < max(node_id)
)

select distinct
    keys.key_kind,
    keys.key,
    keys.node_id
from keys
inner join shared
    on
        keys.key_kind = shared.key_kind
        and keys.key = shared.key;
