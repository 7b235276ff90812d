/*
title:   How prospects look when they come in
grain:   one row per combination of values that some prospect has
needs:   prospects, sale_card
returns: look_key, industry, sites, product, path, referral, card_rate
assumes: the five things that are known when somebody comes in, in lower case; null where not known
source:  M17, docs/decisions/071
*/
with

looks as (
    select
        look_key,
        min(lower(trim(industry))) as industry,
        min(lower(trim(site_band))) as sites,
        min(lower(trim(product))) as product,
        min(lower(trim(path))) as path,
        min(referral) as referral
    from prospects
    group by look_key
)

select
    looks.look_key,
    looks.industry,
    looks.sites,
    looks.product,
    looks.path,
    looks.referral,
    sale_card.card_rate
from looks
left join sale_card
    on
        looks.path is not distinct from sale_card.path_key
        and looks.referral is not distinct from sale_card.referral_key
order by looks.look_key
