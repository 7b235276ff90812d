/*
title:   Deal snapshots with the person behind each row
grain:   one row per deal and snapshot
needs:   deal_snapshots, identities
returns: person_key, then the columns of canonical.deal_snapshots
*/
select
    identities.person_key,
    deal_snapshots.deal_id,
    deal_snapshots.name,
    deal_snapshots.customer_id,
    deal_snapshots.lead_id,
    deal_snapshots.email,
    deal_snapshots.company,
    deal_snapshots.owner,
    deal_snapshots.product,
    deal_snapshots.amount,
    deal_snapshots.stage_name,
    deal_snapshots.source,
    deal_snapshots.opened_at,
    deal_snapshots.expected_close_date,
    deal_snapshots.closed_at,
    deal_snapshots.is_won,
    deal_snapshots.is_lost,
    deal_snapshots.lost_reason,
    deal_snapshots.need,
    deal_snapshots.willingness,
    deal_snapshots.resources,
    deal_snapshots.research_meeting_at,
    deal_snapshots.presentation_at,
    deal_snapshots.decision_makers_known,
    deal_snapshots.next_step,
    deal_snapshots.next_step_date,
    deal_snapshots.approach,
    deal_snapshots.snapshot_date,
    deal_snapshots.upload_id,
    deal_snapshots.sheet,
    deal_snapshots.row_number,
    deal_snapshots.unread
from canonical.deal_snapshots as deal_snapshots
inner join identities
    on
        identities.source_table = 'deals'
        and deal_snapshots.deal_id = identities.source_ref
