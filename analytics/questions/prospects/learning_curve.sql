/*
title:    What more data would bring
question: Is our history long enough to tell who buys, and what would one more quarter bring?
method:   M19, H2, H6, H9
grain:    one row per number of past leads learned from, the fewest first
needs:    leads
uses:     orders, deals, touches, customers, referrals
returns:  taught_count, bought_count, bought_per_attribute, skill_rate, skill_low_rate, skill_high_rate, area_rate,
          area_low_rate, area_high_rate, attribute_count, quarter_case_count, case_count, before_count
summary:  attribute_count, quarter_case_count, case_count, before_count
assumes:  learned from the latest of the leads before the last 30 %, graded on the same last 30 %; skill = share of the mistake
          of saying the same of everybody that is saved; about ten who bought per attribute are a usual least
source:   Peduzzi et al. (1996), events per variable; docs/decisions/026
next_step: Keep loading; note industry and number of sites at the first talk.
*/
select
    sale_curve.taught_count,
    sale_curve.bought_count,
    cast(sale_curve.bought_count as double) / nullif(sale_curve.attribute_count, 0) as bought_per_attribute,
    sale_curve.skill_rate,
    sale_curve.skill_low_rate,
    sale_curve.skill_high_rate,
    sale_curve.area_rate,
    sale_curve.area_low_rate,
    sale_curve.area_high_rate,
    sale_curve.attribute_count,
    sale_curve.quarter_case_count,
    sale_verdict.case_count,
    sale_curve.before_count
from sale_verdict
left join sale_curve on sale_verdict.is_used
where sale_verdict.is_used and sale_verdict.case_count > 0
order by sale_curve.taught_count
