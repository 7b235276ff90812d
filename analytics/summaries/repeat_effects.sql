/*
title:   What each value does to the number of orders after the first
grain:   one row per attribute and value that something can be learned from
needs:   repeat_cases
returns: attribute, value_key, effect, deviation, customer_count, came_back_count
assumes: effect = change of the logarithm of the number of orders within 24 months against the mean of those of whom the
         attribute is known, all other attributes held; deviation = its standard error
source:  M17, docs/decisions/025
*/
select
    case_month,
    industry,
    sites,
    product,
    path,
    referral,
    customer_count,
    watched_count,
    came_back_count,
    later_order_count,
    later_amount
from repeat_cases
order by case_month, industry, sites, product, path, referral, watched_count
