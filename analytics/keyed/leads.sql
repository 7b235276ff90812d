/*
title:   Leads with the person behind each row
grain:   one row per person or company that showed interest
needs:   leads, identities
returns: person_key, then the columns of canonical.leads
*/
select
    identities.person_key,
    leads.lead_id,
    leads.name,
    leads.company,
    leads.email,
    leads.phone,
    leads.street,
    leads.city,
    leads.postcode,
    leads.path,
    leads.source,
    leads.owner,
    leads.created_at,
    leads.industry,
    leads.site_count,
    leads.product,
    leads.estimated_amount,
    leads.need,
    leads.willingness,
    leads.resources,
    leads.referred_by_customer_id,
    leads.status,
    leads.customer_id,
    leads.upload_id,
    leads.sheet,
    leads.row_number,
    leads.unread
from canonical.leads as leads
inner join identities
    on
        identities.source_table = 'leads'
        and leads.lead_id = identities.source_ref
