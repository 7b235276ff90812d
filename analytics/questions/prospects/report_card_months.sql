/*
title:    Chances by month
question: Were the chances as good in each month as in the others?
method:   M19, H1, H2, H7
grain:    one row per origin and month in which it was said
needs:    leads
uses:     orders, deals, touches, customers, referrals
returns:  origin, said_month_date, case_count, bought_count, said_rate, everybody_rate, bought_rate, low_rate, high_rate,
          known_case_count, known_bought_count
summary:  known_case_count, known_bought_count
assumes:  tried = the way in use now, asked about leads that came later than all it had learned from; said = kept at a
          load and graded since; said = mean chance of the month
source:   ranges Wilson (1927); docs/decisions/026
nothing:  No chance can be graded yet: that takes leads whose half year is over.
next_step: A month far off the line had something in it that the chances do not know.
*/
with

months as (
    select
        origin,
        said_month as said_month_date,
        cast(sum(case_count) as bigint) as case_count,
        cast(sum(bought_count) as bigint) as bought_count,
        sum(win_rate * case_count) / nullif(sum(case_count), 0) as said_rate,
        sum(everybody_rate * case_count) / nullif(sum(case_count), 0) as everybody_rate
    from prediction_grades
    group by origin, said_month
)

select
    months.origin,
    months.said_month_date,
    months.case_count,
    months.bought_count,
    months.said_rate,
    months.everybody_rate,
    sale_verdict.case_count as known_case_count,
    sale_verdict.bought_count as known_bought_count
from months
left join sale_verdict on sale_verdict.is_used
order by months.origin desc, months.said_month_date asc
