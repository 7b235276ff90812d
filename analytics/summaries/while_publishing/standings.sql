/*
title:   How prospects stand: everything that points weigh
grain:   one row per combination of values that some prospect has
needs:   prospects
returns: standing_key, industry, site_count, site_band, product, path, referral, warmth, contact, need, willingness,
         resources
assumes: who differs in upper and lower case only stands alike; whoever stands alike has the same points, so that a
         million prospects are scored by some thousands of rows
source:  M17, docs/decisions/071
*/
select
    standing_key,
    min(trim(industry)) as industry,
    min(known_site_count) as site_count,
    min(trim(site_band)) as site_band,
    min(trim(product)) as product,
    min(trim(path)) as path,
    min(referral) as referral,
    min(warmth) as warmth,
    min(contact) as contact,
    min(trim(need)) as need,
    min(trim(willingness)) as willingness,
    min(trim(resources)) as resources
from prospects
group by standing_key
order by standing_key
