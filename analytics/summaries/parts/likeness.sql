/*
title:   How like each standing is to each ideal client, by attribute
grain:   one row per standing and ideal client
needs:   standings, ideal_clients
parts:   site_spans
returns: standing_key, industry_rate, sites_rate, product_rate, path_rate, referral_rate
assumes: null where either lacks the attribute; 1 or 0 where the value is the same or not, for sites one less the difference of logarithms over the largest there is
source:  Gower (1971), M16, docs/decisions/023
*/
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
                / coalesce(nullif(site_spans.site_span, 0), 1)
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
cross join site_spans
