/*
title:   Who is whom, as somebody decided
grain:   one row per pair of records of this version
needs:   match_decisions
returns: one_node, other_node, is_same
assumes: what was decided about records that are not there any more says nothing
*/
create or replace temp table decided as
select
    ones.node_id as one_node,
    others.node_id as other_node,
    match_decisions.is_same
from match_decisions
inner join person_nodes as ones
    on
        match_decisions.one_kind = ones.kind
        and match_decisions.one_ref = ones.ref
inner join person_nodes as others
    on
        match_decisions.other_kind = others.kind
        and match_decisions.other_ref = others.ref
where ones.node_id <> others.node_id;
