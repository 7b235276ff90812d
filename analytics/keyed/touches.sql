/*
title:   Touches with the person behind each row
grain:   one row per event of one known person on a path
needs:   touches, identities
returns: person_key, then the columns of canonical.touches
*/
select
    identities.person_key,
    touches.person,
    touches.happened_at,
    touches.path,
    touches.link,
    touches.action,
    touches.content,
    touches.owner,
    touches.upload_id,
    touches.sheet,
    touches.row_number,
    touches.unread
from canonical.touches as touches
inner join identities
    on
        identities.source_table = 'touches'
        and touches.person = identities.source_ref
