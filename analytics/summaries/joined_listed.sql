/*
title:   Records that were joined, as they are listed
grain:   one row per two records that were made one person, by name; the first 500
needs:   match_merges, people
returns: name, reason, one_record, other_record, person_count, join_count, one_kind, one_ref, other_kind, other_ref
source:  docs/decisions/005; of a million people a page reads these few
*/
with

told as (
    select
        people.name,
        match_merges.reason,
        match_merges.one_kind,
        match_merges.one_ref,
        match_merges.other_kind,
        match_merges.other_ref
    from match_merges
    inner join people
        on match_merges.person_key_a = people.person_key
    order by people.name, match_merges.one_kind, match_merges.one_ref, match_merges.other_kind, match_merges.other_ref
    limit 500
),

kinds as (
    select
        1 as kind,
        'customer' as word
    union all
    select
        2,
        'lead'
    union all
    select
        3,
        'e-mail'
    union all
    select
        4,
        'phone'
    union all
    select
        5,
        'name'
),

totals as (
    select
        count(distinct person_key_a) as person_count,
        count(*) as join_count
    from match_merges
)

select
    told.name,
    told.reason,
    coalesce(one_kinds.word, 'deal') || ' ' || told.one_ref as one_record,
    coalesce(other_kinds.word, 'deal') || ' ' || told.other_ref as other_record,
    totals.person_count,
    totals.join_count,
    told.one_kind,
    told.one_ref,
    told.other_kind,
    told.other_ref
from told
left join kinds as one_kinds on told.one_kind = one_kinds.kind
left join kinds as other_kinds on told.other_kind = other_kinds.kind
cross join totals
order by told.name, told.one_kind, told.one_ref, told.other_kind, told.other_ref
