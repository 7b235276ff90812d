/*
title:   Deals with the person behind each row
grain:   one row per deal as of the upload that holds it
needs:   deals, identities
returns: person_key, then the columns of canonical.deals
*/
select
    identities.person_key,
    deals.deal_id,
    deals.name,
    deals.customer_id,
    deals.lead_id,
    deals.email,
    deals.company,
    deals.owner,
    deals.product,
    deals.amount,
    deals.stage_name,
    deals.source,
    deals.opened_at,
    deals.expected_close_date,
    deals.closed_at,
    deals.is_won,
    deals.is_lost,
    deals.lost_reason,
    deals.need,
    deals.willingness,
    deals.resources,
    deals.research_meeting_at,
    deals.presentation_at,
    deals.decision_makers_known,
    deals.next_step,
    deals.next_step_date,
    deals.approach,
    deals.snapshot_date,
    deals.upload_id,
    deals.sheet,
    deals.row_number,
    deals.unread
from canonical.deals as deals
inner join identities
    on
        identities.source_table = 'deals'
        and deals.deal_id = identities.source_ref
