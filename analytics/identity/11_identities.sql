/*
title:   Where each person is named
grain:   one row per table and way of naming a person
needs:   node_people, named_by_id, node_records
returns: source_table, source_ref, person_key
assumes: an order with a customer_id is found under customers
*/
create or replace table identities as
with

-- ids are unique as they stand, and most rows are named by one: only what has none is grouped
others as (
    select
        node_records.source_table,
        node_records.source_ref,
        min(node_people.person_key) as person_key
    from node_records
    inner join node_people
        on node_records.node_id = node_people.node_id
    where
        node_records.source_table not in ('customers', 'leads')
        and not (node_records.source_table = 'orders' and node_records.customer_id is not null)
    group by node_records.source_table, node_records.source_ref
),

customer_ids as (
    select ref
    from node_people
    where kind = 1
)

select
    case when kind = 1 then 'customers' else 'leads' end as source_table,
    ref as source_ref,
    person_key
from node_people
where kind in (1, 2)
union all
select
    named_by_id.source_table,
    named_by_id.source_ref,
    node_people.person_key
from named_by_id
inner join node_people
    on named_by_id.node_id = node_people.node_id
union all
select
    others.source_table,
    others.source_ref,
    others.person_key
from others
left join customer_ids
    on
        others.source_table = 'orders'
        and others.source_ref = customer_ids.ref
where customer_ids.ref is null;
