/*
title:   What each value does to the chance of a first sale
grain:   one row per attribute and value that something can be learned from
needs:   sale_cases
returns: attribute, value_key, effect, deviation, case_count, bought_count
assumes: effect = change of the log odds against the mean of those of whom the attribute is known, all other attributes
         held; deviation = its standard error
source:  M17, docs/decisions/024
*/
select
    case_month,
    known_date,
    industry,
    sites,
    product,
    path,
    referral,
    card_rate,
    case_count,
    bought_count
from sale_cases
order by case_month, industry, sites, product, path, referral
