/*
title:   Orders and money after the first order, of everybody who looks alike
grain:   one row per combination of values that some prospect has
needs:   looks, repeat_cases, repeat_verdict
returns: look_key, low_orders, likely_orders, high_orders, low_amount, likely_amount, high_amount
assumes: within 24 months of the first order, should they buy; by the regression where repeat_verdict has it in use, else
         everybody's mean; P10, P50 and P90 of that mean, with what is not known of them; null under ten customers who
         came back
source:  M17, H1, H2, H6, docs/decisions/025
*/
select
    cast(null as varchar) as look_key,
    repeat_cases.case_month,
    repeat_cases.industry,
    repeat_cases.sites,
    repeat_cases.product,
    repeat_cases.path,
    repeat_cases.referral,
    repeat_cases.customer_count,
    repeat_cases.watched_count,
    repeat_cases.came_back_count,
    repeat_cases.later_order_count,
    repeat_cases.later_amount,
    repeat_verdict.is_used
from repeat_cases
cross join repeat_verdict
union all
select
    looks.look_key,
    cast(null as date),
    looks.industry,
    looks.sites,
    looks.product,
    looks.path,
    looks.referral,
    cast(null as bigint),
    cast(null as double),
    cast(null as bigint),
    cast(null as bigint),
    cast(null as decimal(18, 2)),
    repeat_verdict.is_used
from looks
cross join repeat_verdict
order by look_key, case_month, industry, sites, product, path, referral, watched_count
