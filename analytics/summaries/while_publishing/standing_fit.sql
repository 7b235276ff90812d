/*
title:   How like the ideal clients every standing is
grain:   one row per standing
needs:   standings, cut_offs
parts:   likeness
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

-- the path says in part whether somebody sent them: together they count as one
counted as (
    select
        standing_key,
        industry_rate,
        sites_rate,
        product_rate,
        coalesce((path_rate + referral_rate) / 2.0, path_rate, referral_rate) as way_rate
    from likeness
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
