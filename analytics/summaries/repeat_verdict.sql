/*
title:   Whether what is known before the first order tells what comes after it
grain:   one row
needs:   repeat_cases
returns: is_used, saved_rate, saved_low_rate, saved_high_rate, customer_count, came_back_count, later_order_count,
         graded_count, order_dispersion
assumes: learned from the first 60 % of the customers, graded on the orders of those who came later; used when it beats the
         mean of everybody by more than its standard error; order_dispersion = variance over mean
source:  M17, H6, docs/decisions/025
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
