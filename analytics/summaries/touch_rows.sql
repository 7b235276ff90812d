/*
title:   Touches by person
grain:   one row per event of one known person on a path
needs:   canonical.touches, people, identities, touch_kinds
returns: person_key, touched_date, kind_key, owner, content
assumes: sorted by person, so that what happened with one of a million is found at once
source:  the rows as landed
*/
select
    identities.person_key,
    cast(touches.happened_at as date) as touched_date,
    touch_kinds.kind_key,
    touches.owner,
    touches.content
from canonical.touches as touches
inner join touch_kinds
    on
        touches.path = touch_kinds.path
        and touches.action is not distinct from touch_kinds.action
        and touches.link is not distinct from touch_kinds.link
inner join identities on identities.source_table = 'touches' and touches.person = identities.source_ref
order by identities.person_key, touched_date, touch_kinds.kind_key
