/*
title:   The person behind each node
grain:   numbered: one row per person but key 0; node_people: one row per node
needs:   person_nodes, merged_nodes
returns: numbered (root_id, kind, ref, person_key); node_people (node_id, kind, ref, person_key)
assumes: person_key counts customers by id first, then leads, then the others; key 0 stands for every row that names nobody
*/
create or replace temp table numbered as
with

roots as (
    select
        person_nodes.node_id,
        person_nodes.kind,
        person_nodes.ref
    from person_nodes
    anti join merged_nodes
        on person_nodes.node_id = merged_nodes.node_id
    where person_nodes.kind < 7
)

select
    node_id as root_id,
    kind,
    ref,
    row_number() over (order by kind, ref) as person_key
from roots;

create or replace temp table node_people as
select
    root_id as node_id,
    kind,
    ref,
    person_key
from numbered
union all
select
    person_nodes.node_id,
    person_nodes.kind,
    person_nodes.ref,
    numbered.person_key
from merged_nodes
inner join person_nodes
    on merged_nodes.node_id = person_nodes.node_id
inner join numbered
    on merged_nodes.root_id = numbered.root_id
union all
select
    node_id,
    kind,
    ref,
    0
from person_nodes
where kind = 7;
