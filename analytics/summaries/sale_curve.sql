/*
title:   How much better the chances become with more leads to learn from
grain:   one row per number of leads learned from, the fewest first
needs:   sale_cases
returns: taught_count, bought_count, skill_rate, skill_low_rate, skill_high_rate, area_rate, area_low_rate, area_high_rate,
         attribute_count, quarter_case_count, before_count
assumes: learned from the latest of the leads before the last 30 %, graded on that last 30 %; attribute_count = attributes of
         which something can be learned; quarter_case_count = mean of leads whose window ended, in a quarter of the last year;
         before_count = leads whose outcome was known before that last 30 % came in; too few of them: one row without a curve
source:  M19, docs/decisions/026
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
