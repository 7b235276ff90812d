/*
title:   What each way of predicting a sale would have said of leads that came later
grain:   one row per row of sale_cases that is later than the first 40 % of the cases
needs:   sale_cases
returns: case_month, case_count, bought_count, taught_count, everybody_rate, card_rate, regression_rate,
         everybody_raw_rate, card_raw_rate, regression_raw_rate
assumes: each month is predicted from the leads before it whose outcome was known by then; raw = before correction by what
         had come true of earlier predictions
source:  M17, M19, H6, docs/decisions/024
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
