/*
title:    Report card of the chances
question: When we gave prospects a chance to buy, how many of them bought?
method:   M19, H1, H2, H6, H7
grain:    one row per tenth of the chances that were said, those tried afterwards and those said at a load apart
needs:    leads
uses:     orders, deals, touches, customers, referrals
returns:  origin, low_said_rate, high_said_rate, case_count, bought_count, said_rate, bought_rate, low_rate, high_rate,
          way, is_shown, skill_rate, skill_low_rate, skill_high_rate, area_rate, area_low_rate, area_high_rate, slope,
          known_case_count, known_bought_count, graded_count, graded_bought_count, waiting_count, window_days
summary:  way, is_shown, skill_rate, skill_low_rate, skill_high_rate, area_rate, area_low_rate, area_high_rate, slope,
          known_case_count, known_bought_count, graded_count, graded_bought_count, waiting_count, window_days
money:    leads
assumes:  tried = the way in use now, asked about leads that came later than all it had learned from; said = kept at a
          load and graded since; skill = share of the mistake of giving everybody the same rate that is saved; area = of one
          who bought and one who did not, how often the one who bought had the higher chance
source:   Brier (1950); area under the curve Hanley and McNeil (1982); ranges Wilson (1927); docs/decisions/024, 026
next_step: Load your leads again each month: every prediction is kept and graded.
*/
with

limits as (
    select max(case when name = 'sale_window_days' then cast(value as bigint) end) as window_days
    from cut_offs
),

bands as (
    select
        origin,
        least(cast(floor(win_rate * 10) as bigint), 9) as band,
        cast(sum(case_count) as bigint) as case_count,
        cast(sum(bought_count) as bigint) as bought_count,
        sum(win_rate * case_count) / nullif(sum(case_count), 0) as said_rate
    from prediction_grades
    group by origin, least(cast(floor(win_rate * 10) as bigint), 9)
),

waiting as (
    select
        (select count(*) from predictions) - (
            select count(*) from prediction_grades
            where origin = 'said'
        ) as waiting_count
)

select
    bands.origin,
    cast(bands.band as double) / 10 as low_said_rate,
    cast(bands.band + 1 as double) / 10 as high_said_rate,
    bands.case_count,
    bands.bought_count,
    bands.said_rate,
    sale_verdict.way,
    sale_verdict.is_shown,
    sale_verdict.skill_rate,
    sale_verdict.skill_low_rate,
    sale_verdict.skill_high_rate,
    sale_verdict.area_rate,
    sale_verdict.area_low_rate,
    sale_verdict.area_high_rate,
    sale_verdict.slope,
    sale_verdict.case_count as known_case_count,
    sale_verdict.bought_count as known_bought_count,
    sale_verdict.graded_count,
    sale_verdict.graded_bought_count,
    waiting.waiting_count,
    limits.window_days
from sale_verdict
cross join waiting
cross join limits
left join bands on sale_verdict.is_used
where sale_verdict.is_used and sale_verdict.case_count > 0
order by bands.origin desc, bands.band asc
