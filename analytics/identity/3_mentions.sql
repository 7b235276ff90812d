/*
title:   People named by one free cell: an id, an e-mail, a phone or a name
grain:   one row per table and distinct cell
needs:   touches, referrals
returns: the columns of person_records, added to it
assumes: a cell that is both a customer's and a lead's id means the kind that more cells of its column mean
*/
insert into person_records
with

mentions as (
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
),

found as (
    select
        mentions.source_table,
        mentions.source_ref,
        mentions.mention,
        mentions.customer_id,
        mentions.lead_id,
        customer_ids.customer_id as as_customer_id,
        lead_ids.lead_id as as_lead_id
    from mentions
    left join customer_ids
        on mentions.mention = customer_ids.customer_id
    left join lead_ids
        on mentions.mention = lead_ids.lead_id
),

habits as (
    select
        source_table,
        count(as_lead_id) > count(as_customer_id) as means_leads
    from found
    group by source_table
),

resolved as (
    select
        found.source_table,
        found.source_ref,
        found.mention,
        coalesce(
            found.customer_id,
            case when found.as_lead_id is null or not habits.means_leads then found.as_customer_id end
        ) as customer_id,
        coalesce(
            found.lead_id,
            case when found.as_customer_id is null or habits.means_leads then found.as_lead_id end
        ) as lead_id,
        found.as_customer_id is null and found.as_lead_id is null as is_free
    from found
    inner join habits
        on found.source_table = habits.source_table
)

select
    source_table,
    source_ref,
    customer_id,
    lead_id,
    null,
    case when is_free then normal_email(mention) end,
    case when is_free and regexp_matches(mention, '^[-+0-9 ()./]{7,}$') then mention end,
    case when is_free and mention not like '%_@_%' and not regexp_matches(mention, '^[-+0-9 ()./]{7,}$') then mention end,
    null,
    null,
    null,
    null
from resolved
