/*
title:   What each prospect looks like, as one text
grain:   one row per prospect
needs:   prospects, sale_card
returns: person_key, look_key, industry, sites, product, path, referral, card_rate
assumes: the five things that are known when somebody comes in, in lower case; an empty place is not known
source:  M17
*/
select
    prospects.person_key,
    coalesce(lower(trim(prospects.industry)), '') || '|' || coalesce(lower(trim(prospects.site_band)), '') || '|'
    || coalesce(lower(trim(prospects.product)), '') || '|' || coalesce(lower(trim(prospects.path)), '') || '|'
    || coalesce(prospects.referral, '') as look_key,
    lower(trim(prospects.industry)) as industry,
    lower(trim(prospects.site_band)) as sites,
    lower(trim(prospects.product)) as product,
    lower(trim(prospects.path)) as path,
    prospects.referral,
    sale_card.card_rate
from prospects
left join sale_card
    on
        lower(trim(prospects.path)) is not distinct from sale_card.path_key
        and prospects.referral is not distinct from sale_card.referral_key
order by prospects.person_key
