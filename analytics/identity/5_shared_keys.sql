/*
title:   Keys that more than one node carries
grain:   one row per key and node
returns: key_kind, key, node_id
assumes: kinds in the order in which they are believed: 1 ids that one row names together, 2 e-mail, 3 phone,
         4 name with postcode, 5 name with city, 6 name alone
*/
create or replace temp table shared_keys as
with

keys as (
    select
        1 as key_kind,
        node_records.lead_id as key,
        node_records.node_id
    from node_records
    where node_records.customer_id is not null and node_records.lead_id is not null
    union all
    select
        1,
        ref,
        node_id
    from person_nodes
    where kind = 2
    union all
    select
        2,
        email,
        node_id
    from node_records
    where email is not null
    union all
    select
        3,
        phone,
        node_id
    from node_records
    where phone is not null
    union all
    select
        4,
        name || '|' || postcode,
        node_id
    from node_records
    where name is not null and postcode is not null
    union all
    select
        5,
        name || '|' || city,
        node_id
    from node_records
    where name is not null and city is not null
    union all
    select
        6,
        name,
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
    on keys.key_kind = shared.key_kind
    and keys.key = shared.key;
