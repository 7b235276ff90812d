/*
title:   What was written down, with the person it is about
grain:   one row per entry; person_key is null where it is about nobody, or about somebody whose rows are gone
needs:   entries, identities
returns: person_key, then the columns of canonical.entries
*/
select
    identities.person_key,
    entries.entry_id,
    entries.kind,
    entries.source_table,
    entries.source_ref,
    entries.topic,
    entries.value,
    entries.note,
    entries.written_by,
    entries.written_at
from canonical.entries as entries
left join identities
    on
        entries.source_table = identities.source_table
        and entries.source_ref = identities.source_ref
