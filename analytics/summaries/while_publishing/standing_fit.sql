/*
title:   How like the ideal clients every standing is
grain:   one row per standing
needs:   standings, prospect_looks, ideal_clients, cut_offs
returns: standing_key, fit_rate 0-1 or null, known_count, client_count, is_outside
assumes: likeness of two = mean over the attributes both have: 1 or 0 where the value is the same or not, for sites one
         less the difference of logarithms over the largest there is; what either lacks counts neither way; path and
         introduction count as one, by their mean; the fit is the
         mean likeness to the ideal clients, among whom no prospect can be; null with too few attributes or without any ideal client;
         known_count = attributes known of the standing that some ideal client has too
source:  Gower (1971), "A General Coefficient of Similarity and Some of Its Properties"; M16, docs/decisions/023, docs/decisions/071
*/
with

limits as (
    select
        max(case when name = 'ideal_known_count' then cast(value as bigint) end) as known_count,
        max(case when name = 'ideal_fit_rate' then cast(value as double) end) as fit_rate
    from cut_offs
),

spans as (
    select ln(max(site_count)) - ln(min(site_count)) as site_span
    from (
        select greatest(site_count, 1) as site_count
        from prospect_looks
        where site_count is not null
        union all
        select greatest(site_count, 1)
        from ideal_clients
        where site_count is not null
    ) as every_count
),

-- a comparison is null where either lacks the attribute
compared as (
    select
        standings.standing_key,
        case
            when standings.industry is not null and ideal_clients.industry is not null
                then case when lower(trim(standings.industry)) = lower(trim(ideal_clients.industry)) then 1 else 0 end
        end as industry_rate,
        -- greatest() of a null and 1 is 1 on some engines: what is not known must not become one site
        case
            when standings.site_count is not null and ideal_clients.site_count is not null
                then
                    1 - abs(ln(greatest(standings.site_count, 1)) - ln(greatest(ideal_clients.site_count, 1)))
                    / coalesce(nullif(spans.site_span, 0), 1)
        end as sites_rate,
        case
            when standings.product is not null and ideal_clients.product is not null
                then case when lower(trim(standings.product)) = lower(trim(ideal_clients.product)) then 1 else 0 end
        end as product_rate,
        case
            when standings.path is not null and ideal_clients.path is not null
                then case when lower(trim(standings.path)) = lower(trim(ideal_clients.path)) then 1 else 0 end
        end as path_rate,
        case
            when standings.referral is not null and ideal_clients.referral is not null
                then case when standings.referral = ideal_clients.referral then 1 else 0 end
        end as referral_rate
    from standings
    cross join ideal_clients
    cross join spans
),

-- the path says in part whether somebody sent them: together they count as one
counted as (
    select
        standing_key,
        industry_rate,
        sites_rate,
        product_rate,
        coalesce((path_rate + referral_rate) / 2.0, path_rate, referral_rate) as way_rate
    from compared
),

summed as (
    select
        standing_key,
        coalesce(industry_rate, 0) + coalesce(sites_rate, 0) + coalesce(product_rate, 0) + coalesce(way_rate, 0)
            as like_sum,
        case when industry_rate is null then 0 else 1 end + case when sites_rate is null then 0 else 1 end
        + case when product_rate is null then 0 else 1 end + case when way_rate is null then 0 else 1 end as known_count
    from counted
),

met as (
    select
        standing_key,
        avg(cast(like_sum as double) / nullif(known_count, 0)) as fit_rate,
        max(known_count) as known_count,
        count(*) as client_count
    from summed
    group by standing_key
)

select
    standings.standing_key,
    case when met.known_count >= limits.known_count then met.fit_rate end as fit_rate,
    cast(coalesce(met.known_count, 0) as bigint) as known_count,
    cast(coalesce(met.client_count, 0) as bigint) as client_count,
    case when met.known_count >= limits.known_count then met.fit_rate < limits.fit_rate end as is_outside
from standings
cross join limits
left join met on standings.standing_key = met.standing_key
