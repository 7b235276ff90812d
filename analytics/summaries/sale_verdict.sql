/*
title:   Which way of predicting a sale is used, and why
grain:   one row per way: everybody, card, regression
needs:   sale_graded, sale_cases
returns: way, is_used, is_shown, brier, skill_rate, skill_low_rate, skill_high_rate, area_rate, area_low_rate,
         area_high_rate, slope, correction_intercept, correction_slope, case_count, bought_count, graded_count,
         graded_bought_count
assumes: the smallest Brier score on leads that came later wins, if it beats the rate of everybody and surely tells one who
         bought from one who did not; correction = the line by which the rates of the way in use are corrected; the same on each row
source:  M17, M19, H6, docs/decisions/024
*/
select
    sale_graded.case_month,
    sale_graded.case_count,
    sale_graded.bought_count,
    sale_graded.everybody_rate,
    sale_graded.card_rate,
    sale_graded.regression_rate,
    sale_graded.everybody_raw_rate,
    sale_graded.card_raw_rate,
    sale_graded.regression_raw_rate,
    known.case_count as known_case_count,
    known.bought_count as known_bought_count
from (
    select
        coalesce(sum(case_count), 0) as case_count,
        coalesce(sum(bought_count), 0) as bought_count
    from sale_cases
) as known
left join sale_graded on true
order by sale_graded.case_month, sale_graded.everybody_rate, sale_graded.regression_rate
