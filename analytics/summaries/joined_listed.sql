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

totals as (
    select
        count(distinct person_key_a) as person_count,
        count(*) as join_count
    from match_merges
)

select
    told.name,
    told.reason,
    case told.one_kind
        when 1 then 'customer '
        when 2 then 'lead '
        when 3 then 'e-mail '
        when 4 then 'phone '
        when 5 then 'name '
        else 'deal '
    end || told.one_ref as one_record,
    case told.other_kind
        when 1 then 'customer '
        when 2 then 'lead '
        when 3 then 'e-mail '
        when 4 then 'phone '
        when 5 then 'name '
        else 'deal '
    end || told.other_ref as other_record,
    totals.person_count,
    totals.join_count,
    told.one_kind,
    told.one_ref,
    told.other_kind,
    told.other_ref
from told
cross join totals
order by told.name, told.one_kind, told.one_ref, told.other_kind, told.other_ref
