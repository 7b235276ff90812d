/*
title:   Two customers, two leads, or two buyers without a number, who share an e-mail or a phone and nothing of their names
grain:   one row per pair of nodes
needs:   shared_keys, node_records, canonical.customers, canonical.leads
returns: one_node, other_node
assumes: buyers without a number stand in orders alone, under their e-mail or phone; a bookkeeper's e-mail stands under
         several firms, a firm's phone under several people; a customer is often the firm and its lead the person, so
         between the two a name says nothing; what more than five share is not paired
source:  our choice, docs/decisions/063-two-names-one-e-mail.md
*/
create or replace temp table named_apart as
with

carried as (
    select
        key_kind,
        key,
        min(node_id) as first_node
    from shared_keys
    where key_kind in (2, 3) and kind_of(node_id) <= 4
    group by key_kind, key, least(kind_of(node_id), 3)
    having count(*) between 2 and 5
),

carriers as (
    select
        carried.key_kind,
        carried.key,
        shared_keys.node_id,
        node_records.name,
        bool_or(
            node_records.written_name like '%_@_%'
            or node_records.name in (normal_name(node_records.written_email), normal_name(node_records.written_phone))
        ) as is_stand_in
    from carried
    inner join shared_keys
        on
            carried.key_kind = shared_keys.key_kind
            and carried.key = shared_keys.key
            and least(kind_of(carried.first_node), 3) = least(kind_of(shared_keys.node_id), 3)
    inner join node_records
        on shared_keys.node_id = node_records.node_id
    where
        node_records.name is not null
        and node_records.source_table in ('customers', 'leads', 'orders')
        and (node_records.source_table = 'orders') = (kind_of(node_records.node_id) > 2)
    group by carried.key_kind, carried.key, shared_keys.node_id, node_records.name
),

-- most who share an e-mail have the same name too: letters are compared of the others only
differing as (
    select
        ones.node_id as one_node,
        others.node_id as other_node,
        max(jaro_winkler_similarity(ones.name, others.name)) as likeness
    from carriers as ones
    inner join carriers as others
        on
            ones.key_kind = others.key_kind
            and ones.key = others.key
            and least(kind_of(ones.node_id), 3) = least(kind_of(others.node_id), 3)
            and ones.node_id < others.node_id
            and ones.name <> others.name
    group by ones.node_id, others.node_id
),

-- where a number, an e-mail, a phone or a company stands in for the name (decision 062) nobody is named
stand_ins as (
    select node_of(1, customer_id) as node_id
    from canonical.customers
    where name in (customer_id, email, phone)
    union
    select node_of(2, lead_id)
    from canonical.leads
    where name in (lead_id, email, phone, company)
    union
    select node_id
    from carriers
    where kind_of(node_id) > 2 and is_stand_in
),

strangers as (
    select
        one_node,
        other_node
    from differing
    where
        likeness < 0.7
        and one_node not in (select node_id from stand_ins)
        and other_node not in (select node_id from stand_ins)
),

stranger_nodes as (
    select one_node as node_id
    from strangers
    union all
    select other_node
    from strangers
),

words as (
    select
        node_of(1, customer_id) as node_id,
        unnest(string_split(plain_words(name), ' ')) as word
    from canonical.customers
    where node_of(1, customer_id) in (select node_id from stranger_nodes)
    union
    select
        node_of(2, lead_id),
        unnest(string_split(plain_words(name), ' '))
    from canonical.leads
    where node_of(2, lead_id) in (select node_id from stranger_nodes)
    union
    select
        node_id,
        unnest(string_split(plain_words(written_name), ' '))
    from node_records
    where source_table = 'orders' and node_id in (select node_id from stranger_nodes)
),

-- legal forms and letters alone are no names: 'Ann Lee' and 'Lee, A.' share a word, two of 'Ltd' do not
alike as (
    select distinct
        strangers.one_node,
        strangers.other_node
    from strangers
    inner join words as ones
        on strangers.one_node = ones.node_id
    inner join words as others
        on strangers.other_node = others.node_id and ones.word = others.word
    where length(ones.word) > 1 and normal_name('x ' || ones.word) <> 'x'
)

select
    strangers.one_node,
    strangers.other_node
from strangers
anti join alike
    on strangers.one_node = alike.one_node and strangers.other_node = alike.other_node;
