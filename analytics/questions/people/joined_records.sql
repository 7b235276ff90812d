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
select
    name,
    reason,
    one_record,
    other_record,
    person_count,
    join_count,
    one_kind,
    one_ref,
    other_kind,
    other_ref
from joined_listed
order by name, one_kind, one_ref, other_kind, other_ref
