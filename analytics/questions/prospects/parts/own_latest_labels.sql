/*
title:   The latest label that somebody wrote about each person
grain:   one row per person with one
needs:   entries
returns: person_key, our_kind, own_kind, own_reason, own_written_by, own_written_date
assumes: our_kind = the label that stood when it was written
source:  M18, docs/decisions/027
*/
with

said as (
    select
        person_key,
        topic as our_kind,
        value as own_kind,
        note as own_reason,
        written_by as own_written_by,
        cast(written_at as date) as own_written_date,
        row_number() over (partition by person_key order by entry_id desc) as newness
    from entries
    where kind = 'override' and person_key > 0
)

select
    person_key,
    our_kind,
    own_kind,
    own_reason,
    own_written_by,
    own_written_date
from said
where newness = 1
