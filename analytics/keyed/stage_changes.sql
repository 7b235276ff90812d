/*
title:   Stage changes with the person behind each row
grain:   one row per entry of a deal into a stage
needs:   stage_changes, identities
returns: person_key, then the columns of canonical.stage_changes
assumes: a stage change of a deal that is in no deals file belongs to nobody (null)
*/
select
    identities.person_key,
    stage_changes.deal_id,
    stage_changes.stage_name,
    stage_changes.entered_at,
    stage_changes.upload_id,
    stage_changes.sheet,
    stage_changes.row_number,
    stage_changes.unread
from canonical.stage_changes as stage_changes
left join identities
    on
        identities.source_table = 'deals'
        and stage_changes.deal_id = identities.source_ref
