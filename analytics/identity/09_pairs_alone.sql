/*
title:   Pairs of nodes that share keys with nobody else, and that nothing speaks against
grain:   pairs_alone: one row per pair
needs:   shared_keys, decided, named_apart
returns: one_node, other_node, key_kind (the first that they share); their rows leave shared_keys
assumes: ids, e-mails and phones are doubted only between two customer ids; most people whom several files name are such
         a pair, and a million of them are no work for Python
*/
create or replace temp table pairs_alone as
with

groups as (
    select
        key_kind,
        key,
        min(node_id) as one_node,
        max(node_id) as other_node,
        count(*) as node_count
    from shared_keys
    group by key_kind, key
),

neighbours as (
    select
        shared_keys.node_id,
        min(groups.one_node) as one_node,
        max(groups.other_node) as other_node,
        min(groups.key_kind) as key_kind
    from shared_keys
    inner join groups
        on
            shared_keys.key_kind = groups.key_kind
            and shared_keys.key = groups.key
    group by shared_keys.node_id
    having
        max(groups.node_count) = 2
        and min(groups.one_node) = max(groups.one_node)
        and min(groups.other_node) = max(groups.other_node)
),

spoken_of as (
    select one_node as node_id
    from decided
    union all
    select other_node
    from decided
)

select
    neighbours.one_node,
    neighbours.other_node,
    min(neighbours.key_kind) as key_kind
from neighbours
where
    neighbours.key_kind <= 3
    and kind_of(neighbours.other_node) > 1
    and neighbours.one_node not in (select one_node from named_apart)
    and neighbours.one_node not in (select node_id from spoken_of)
    and neighbours.other_node not in (select node_id from spoken_of)
group by neighbours.one_node, neighbours.other_node
having count(*) = 2;

create or replace temp table shared_keys as
select
    shared_keys.key_kind,
    shared_keys.key,
    shared_keys.node_id
from shared_keys
anti join pairs_alone as ones
    on shared_keys.node_id = ones.one_node
anti join pairs_alone as others
    on shared_keys.node_id = others.other_node;

create or replace temp table merged_nodes as
select
    other_node as node_id,
    one_node as root_id
from pairs_alone;

create or replace temp table matched_pairs as
select
    one_node,
    other_node,
    case key_kind when 1 then 'one row names both' when 2 then 'same e-mail' else 'same phone' end as reason,
    true as is_merged
from pairs_alone;
