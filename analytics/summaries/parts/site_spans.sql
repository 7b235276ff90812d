/*
title:   How far apart the smallest and the largest number of sites are
grain:   one row
needs:   prospect_looks, ideal_clients
returns: site_span (difference of logarithms; null where nobody's sites are known)
assumes: of prospects and ideal clients together; fewer than one site counts as one
source:  Gower (1971), docs/decisions/023
*/
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
