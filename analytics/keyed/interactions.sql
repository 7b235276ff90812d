/*
title:   Interactions with the person behind each row
grain:   one row per contact with a prospect
needs:   interactions, identities
returns: person_key, then the columns of canonical.interactions
*/
select
    identities.person_key,
    interactions.deal_id,
    interactions.lead_id,
    interactions.email,
    interactions.happened_at,
    interactions.owner,
    interactions.kind,
    interactions.outcome,
    interactions.note,
    interactions.agreed_step,
    interactions.agreed_date,
    interactions.upload_id,
    interactions.sheet,
    interactions.row_number,
    interactions.unread
from canonical.interactions as interactions
inner join identities
    on
        identities.source_table = 'interactions'
        and coalesce(interactions.deal_id, '') || '|' || coalesce(interactions.lead_id, '') || '|'
        || coalesce(interactions.email, '') = identities.source_ref
