/*
title:   The parts of both scores of each standing, beside one another
grain:   one row per standing
parts:   points_parted
returns: standing_key, score_<axis>_<attribute>
source:  M17, docs/decisions/020, docs/decisions/071
*/
select
    standing_key,
    cast(max(case when axis = 'sale' and attribute = 'need' then score_part end) as bigint) as score_sale_need,
    cast(max(case when axis = 'sale' and attribute = 'willingness' then score_part end) as bigint) as score_sale_willingness,
    cast(max(case when axis = 'sale' and attribute = 'resources' then score_part end) as bigint) as score_sale_resources,
    cast(max(case when axis = 'sale' and attribute = 'referral' then score_part end) as bigint) as score_sale_referral,
    cast(max(case when axis = 'sale' and attribute = 'path' then score_part end) as bigint) as score_sale_path,
    cast(max(case when axis = 'sale' and attribute = 'warmth' then score_part end) as bigint) as score_sale_warmth,
    cast(max(case when axis = 'sale' and attribute = 'contact' then score_part end) as bigint) as score_sale_contact,
    cast(max(case when axis = 'repeat' and attribute = 'sites' then score_part end) as bigint) as score_repeat_sites,
    cast(max(case when axis = 'repeat' and attribute = 'industry' then score_part end) as bigint) as score_repeat_industry,
    cast(max(case when axis = 'repeat' and attribute = 'product' then score_part end) as bigint) as score_repeat_product,
    cast(max(case when axis = 'repeat' and attribute = 'referral' then score_part end) as bigint) as score_repeat_referral,
    cast(max(case when axis = 'repeat' and attribute = 'path' then score_part end) as bigint) as score_repeat_path
from points_parted
group by standing_key
