/*
title:   People named by one free cell: an id, an e-mail, a phone or a name
grain:   one row per table and distinct cell
needs:   touches, referrals, person_records
returns: named_by_id (source_table, source_ref, node_id) where the cell is an id that another row explains;
         the other cells, and every introduction, are added to person_records
assumes: a cell that is both a customer's and a lead's id means the kind that more cells of its column mean
*/
create or replace temp table mentions as
with

cells as (
    select
        'touches' as source_table,
        person as source_ref,
        person as mention,
        cast(null as varchar) as lead_id,
        cast(null as varchar) as customer_id
    from canonical.touches
    group by person
    union all
    select
        'referrers',
        referrer as source_ref,
        referrer,
        null,
        null
    from canonical.referrals
    group by referrer
    union all
    select
        'referred',
        coalesce(customer_id, '') || '|' || coalesce(lead_id, '') || '|' || referred,
        referred,
        lead_id,
        customer_id
    from canonical.referrals
    group by customer_id, lead_id, referred
),

customer_ids as (
    select distinct customer_id
    from person_records
    where customer_id is not null
),

lead_ids as (
    select distinct lead_id
    from person_records
    where lead_id is not null
)

select
    cells.source_table,
    cells.source_ref,
    cells.mention,
    cells.customer_id,
    cells.lead_id,
    customer_ids.customer_id is not null as is_customer_id,
    lead_ids.lead_id is not null as is_lead_id
from cells
left join customer_ids
    on cells.mention = customer_ids.customer_id
left join lead_ids
    on cells.mention = lead_ids.lead_id;
