/*
title:   Profit of the first 24 months, of those who came back within them and of the others
grain:   one row
needs:   two_year_profits
params:  $owner text or null
returns: repeat_customer_count, repeat_mean_amount, repeat_deviation_amount, once_customer_count, once_mean_amount,
         once_deviation_amount
source:  M7, docs/decisions/032
*/
select
    coalesce(max(case when is_back_in_two_years then customer_count end), 0) as repeat_customer_count,
    max(case when is_back_in_two_years then mean_amount end) as repeat_mean_amount,
    max(case when is_back_in_two_years then deviation_amount end) as repeat_deviation_amount,
    coalesce(max(case when not is_back_in_two_years then customer_count end), 0) as once_customer_count,
    max(case when not is_back_in_two_years then mean_amount end) as once_mean_amount,
    max(case when not is_back_in_two_years then deviation_amount end) as once_deviation_amount
from two_year_profits
where owner is not distinct from cast($owner as varchar)
