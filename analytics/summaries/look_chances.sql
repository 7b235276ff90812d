/*
title:   Chance of a first sale of everybody who looks alike
grain:   one row per combination of values that some prospect has
needs:   looks, sale_cases, sale_verdict
returns: look_key, win_rate, win_low_rate, win_high_rate
assumes: by the way that sale_verdict has in use, corrected by what came true; the range is of the fit and of what is not
         known of them; whether it may be shown as a chance, sale_verdict says
source:  M17, H2, H6, docs/decisions/024
*/
select
    cast(null as varchar) as look_key,
    sale_cases.case_month,
    sale_cases.known_date,
    sale_cases.industry,
    sale_cases.sites,
    sale_cases.product,
    sale_cases.path,
    sale_cases.referral,
    sale_cases.card_rate,
    sale_cases.case_count,
    sale_cases.bought_count,
    sale_verdict.way,
    sale_verdict.correction_intercept,
    sale_verdict.correction_slope
from sale_cases
inner join sale_verdict on sale_verdict.is_used
union all
select
    looks.look_key,
    cast(null as date),
    cast(null as date),
    looks.industry,
    looks.sites,
    looks.product,
    looks.path,
    looks.referral,
    looks.card_rate,
    cast(null as bigint),
    cast(null as bigint),
    sale_verdict.way,
    sale_verdict.correction_intercept,
    sale_verdict.correction_slope
from looks
inner join sale_verdict on sale_verdict.is_used
order by look_key, case_month, industry, sites, product, path, referral
