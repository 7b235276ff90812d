/*
title:   People
grain:   one row per person
needs:   deals, numbered, node_people, node_records, merged_nodes, customer_rows, lead_rows, other_rows
uses:    stages
returns: person_key and the attributes of the customers sheet, else of the leads sheet, else of any other record
assumes: a customer has an order, a won deal, or a row in the customers sheet and no deal at all; of several ids of one
         person the first counts
*/
create or replace table people as
with

-- most people are one node, whose id is at hand: only the others are grouped
joined as (
    select
        merged_nodes.root_id,
        min(case when person_nodes.kind = 1 then person_nodes.ref end) as customer_id,
        min(case when person_nodes.kind = 2 then person_nodes.ref end) as lead_id
    from merged_nodes
    inner join person_nodes
        on merged_nodes.node_id = person_nodes.node_id
    group by merged_nodes.root_id
),

keys as (
    select
        numbered.person_key,
        least(case when numbered.kind = 1 then numbered.ref end, joined.customer_id) as customer_id,
        least(case when numbered.kind = 2 then numbered.ref end, joined.lead_id) as lead_id
    from numbered
    left join joined
        on numbered.root_id = joined.root_id
    union all
    select
        0,
        null,
        null
    from person_nodes
    where kind = 7
),

won_deals as (
    select distinct deals.deal_id
    from canonical.deals as deals
    left join stages
        on lower(deals.stage_name) = lower(stages.stage_name)
    where coalesce(deals.is_won, stages.is_won, false)
),

-- Contacts of a sales tool come as customers; who has deals and won none has not bought by standing there.
dealt as (
    select distinct node_people.person_key
    from node_records
    inner join node_people
        on node_records.node_id = node_people.node_id
    where node_records.source_table = 'deals'
),

buyers as (
    select node_people.person_key
    from node_records
    inner join node_people
        on node_records.node_id = node_people.node_id
    left join dealt
        on node_people.person_key = dealt.person_key
    where
        node_records.source_table = 'orders'
        or (node_records.source_table = 'customers' and dealt.person_key is null)
    union
    select node_people.person_key
    from node_records
    inner join won_deals
        on node_records.source_ref = won_deals.deal_id
    inner join node_people
        on node_records.node_id = node_people.node_id
    where node_records.source_table = 'deals'
)

select
    keys.person_key,
    keys.customer_id,
    keys.lead_id,
    coalesce(
        customer_rows.name,
        -- a contact of the firm that orders: its owner knows the customer by the firm's name
        case when normal_name(other_rows.ordered_as) = normal_name(lead_rows.company) then other_rows.ordered_as end,
        lead_rows.name,
        other_rows.name,
        other_rows.email,
        other_rows.phone
    ) as name,
    customer_rows.first_name,
    coalesce(customer_rows.company, lead_rows.company) as company,
    coalesce(customer_rows.email, lead_rows.email, other_rows.email) as email,
    coalesce(customer_rows.phone, lead_rows.phone, other_rows.phone) as phone,
    coalesce(customer_rows.city, lead_rows.city) as city,
    coalesce(customer_rows.postcode, lead_rows.postcode) as postcode,
    coalesce(customer_rows.industry, lead_rows.industry) as industry,
    coalesce(customer_rows.site_count, lead_rows.site_count) as site_count,
    buyers.person_key is not null as is_customer
from keys
left join customer_rows
    on keys.customer_id = customer_rows.customer_id
left join lead_rows
    on keys.lead_id = lead_rows.lead_id
left join other_rows
    on keys.person_key = other_rows.person_key
left join buyers
    on keys.person_key = buyers.person_key
order by keys.person_key;
