/*
title:    Ideal client
question: Who are our best clients now, which prospects are like them, and which are not?
method:   M16, H1, H3, H8
grain:    one row per prospect whose likeness can be told, the most alike first; at most the first 100 and the last 100
needs:    orders, leads or deals
uses:     customers, referrals
parts:    site_spans
params:   $as_of date; $owner text or null; $path text or null
returns:  fit_rank, person_key, lead_id, name, company, owner, path, industry, site_count, product, referral,
          fit_rate, fit_known_count, is_outside, prospect_kind, twin_name, twin_rate, other_twin_name, other_twin_rate,
          same, different, not_known, client_count, clients, client_industries, client_sites, client_products,
          client_paths, client_referrals, prospect_count, inside_count, outside_count, unknown_count, client_aim_count,
          fit_limit_rate
absent:   different, not_known
listed_of: prospect_count
summary:  client_count, clients, client_industries, client_sites, client_products, client_paths, client_referrals,
          prospect_count, inside_count, outside_count, unknown_count, client_aim_count, fit_limit_rate
people:   prospects/ideal_clients
money:    leads
assumes:  ideal = the latest customers who are profitable, loyal and active; fit = mean likeness to them over the attributes
          both have; what is not known counts neither way; who is outside is listed, not hidden
source:   Gower (1971); docs/decisions/023
next_step: Start with the prospect most like your best clients.
*/
with

limits as (
    select
        max(case when name = 'ideal_client_count' then cast(value as bigint) end) as client_aim_count,
        max(case when name = 'ideal_fit_rate' then cast(value as double) end) as fit_limit_rate
    from cut_offs
),

chosen as (
    select
        person_key,
        fit_rate,
        is_outside
    from told_prospects
    where
        (created_date is null or created_date <= cast($as_of as date))
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

totals as (
    select
        count(*) as prospect_count,
        count(case when not is_outside then 1 end) as inside_count,
        count(case when is_outside then 1 end) as outside_count,
        count(case when fit_rate is null then 1 end) as unknown_count
    from chosen
),

-- two short lists instead of a rank over everybody: the ends are what is looked at
listed as (
    (
        select person_key
        from chosen
        where fit_rate is not null
        order by fit_rate desc, person_key asc
        limit 100
    )
    union
    (
        select person_key
        from chosen
        where fit_rate is not null
        order by fit_rate asc, person_key desc
        limit 100
    )
)

select
    site_spans.site_span,
    told_prospects.person_key,
    told_prospects.lead_id,
    told_prospects.name,
    told_prospects.company,
    told_prospects.owner,
    told_prospects.path,
    told_prospects.industry,
    told_prospects.site_count,
    told_prospects.product,
    told_prospects.referral,
    told_prospects.fit_rate,
    told_prospects.fit_known_count,
    told_prospects.is_outside,
    told_prospects.prospect_kind,
    ideal_clients.client_place,
    ideal_clients.person_key as client_key,
    ideal_clients.name as client_name,
    ideal_clients.industry as client_industry,
    ideal_clients.site_count as client_site_count,
    ideal_clients.product as client_product,
    ideal_clients.path as client_path,
    ideal_clients.referral as client_referral,
    totals.prospect_count,
    totals.inside_count,
    totals.outside_count,
    totals.unknown_count,
    limits.client_aim_count,
    limits.fit_limit_rate
from listed
inner join told_prospects on listed.person_key = told_prospects.person_key
cross join ideal_clients
cross join site_spans
cross join totals
cross join limits
order by told_prospects.fit_rate desc, told_prospects.person_key asc, ideal_clients.client_place asc
