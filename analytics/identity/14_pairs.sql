/*
title:   Pairs of records that are, or may be, one person
grain:   match_proposals: one row per pair of people that may be one; match_merges: one row per pair of records made one
returns: person_key_a, person_key_b, reason, one_kind, one_ref, other_kind, other_ref
assumes: kind and ref name a record in every later version, as a decision about it has to; what one row of a file names
         together is not for anybody to take apart, so it is no merge
*/
create or replace table match_proposals as
select distinct
    least(one.person_key, two.person_key) as person_key_a,
    greatest(one.person_key, two.person_key) as person_key_b,
    matched_pairs.reason,
    one.kind as one_kind,
    one.ref as one_ref,
    two.kind as other_kind,
    two.ref as other_ref
from matched_pairs
inner join node_people as one
    on matched_pairs.one_node = one.node_id
inner join node_people as two
    on matched_pairs.other_node = two.node_id
where
    not matched_pairs.is_merged
    and one.person_key <> two.person_key
order by person_key_a, person_key_b, matched_pairs.reason, one_kind, one_ref, other_kind, other_ref;

create or replace table match_merges as
select distinct
    one.person_key as person_key_a,
    two.person_key as person_key_b,
    matched_pairs.reason,
    one.kind as one_kind,
    one.ref as one_ref,
    two.kind as other_kind,
    two.ref as other_ref
from matched_pairs
inner join node_people as one
    on matched_pairs.one_node = one.node_id
inner join node_people as two
    on matched_pairs.other_node = two.node_id
where
    matched_pairs.is_merged
    and matched_pairs.reason <> 'one row names both'
order by person_key_a, person_key_b, matched_pairs.reason, one_kind, one_ref, other_kind, other_ref;
