/*
title:    Joined records
question: Which records were taken for one person, and why?
method:   H8; docs/decisions/005
grain:    one row per two records that were made one person, by name; the first 500
needs:    customers or leads or orders or deals
uses:     people
returns:  name, reason, one_record, other_record, person_count, join_count, one_kind, one_ref, other_kind, other_ref
summary:  person_count, join_count
assumes:  ids that one row of a file names together are one person and not listed here
source:   docs/decisions/005
nothing:  Every person stands in one record only: nothing had to be joined.
next_step: Take apart what was joined wrongly; it can be taken back.
*/
with

told as (
    select
        people.name,
        match_merges.reason,
        match_merges.one_kind,
        match_merges.one_ref,
        match_merges.other_kind,
        match_merges.other_ref,
        people.person_key
    from match_merges
    inner join people
        on match_merges.person_key_a = people.person_key
),

persons as (
    select count(distinct person_key) as person_count
    from told
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
    persons.person_count,
    count(*) over () as join_count,
    told.one_kind,
    told.one_ref,
    told.other_kind,
    told.other_ref
from told
cross join persons
order by told.name, told.one_kind, told.one_ref, told.other_kind, told.other_ref
limit 500
