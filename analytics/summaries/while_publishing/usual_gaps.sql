/*
title:   The usual gap of each customer between two purchases, as known on four days
grain:   one row per day (known_on: now, quarter_ago, cut, earlier) and customer who had ordered by then
needs:   customer_kinds, cut_offs
parts:   purchase_spans
returns: known_on, person_key, kind_number, purchase_count, usual_gap_days
assumes: the customer's own mean gap, drawn toward that of their kind as if two such gaps stood beside it; a kind's is the mean
         of its customers' own, each counted once however often they order, drawn toward that of everybody as if
         shrink_cases customers stood beside; of whoever ordered once it is null while everybody together has fewer than ten
         gaps (H1)
source:  empirical Bayes shrinkage of a mean, Efron and Morris (1975); the strength of 2 is our choice,
         docs/decisions/004, docs/decisions/030
*/
with

spans as (
    select
        purchase_spans.known_on,
        purchase_spans.person_key,
        customer_kinds.kind_number,
        purchase_spans.purchase_count,
        purchase_spans.span_days,
        cast(purchase_spans.span_days as double) / nullif(purchase_spans.purchase_count - 1, 0) as own_gap_days
    from purchase_spans
    inner join customer_kinds on purchase_spans.person_key = customer_kinds.person_key
),

everybody as (
    select
        known_on,
        avg(own_gap_days) as gap_days,
        sum(purchase_count - 1) >= 10 as is_usual
    from spans
    group by known_on
),

limits as (
    select max(case when name = 'shrink_cases' then cast(value as double) end) as shrink_cases
    from cut_offs
),

own_gaps as (
    select
        known_on,
        kind_number,
        count(own_gap_days) as customer_count,
        coalesce(sum(own_gap_days), 0) as gap_days
    from spans
    group by known_on, kind_number
),

kind_gaps as (
    select
        own_gaps.known_on,
        own_gaps.kind_number,
        everybody.is_usual,
        -- shrink_cases may be 0: then a kind of which nobody came back has the gap of everybody
        coalesce(
            (own_gaps.gap_days + limits.shrink_cases * everybody.gap_days)
            / nullif(own_gaps.customer_count + limits.shrink_cases, 0),
            everybody.gap_days
        ) as gap_days
    from own_gaps
    inner join everybody on own_gaps.known_on = everybody.known_on
    cross join limits
)

select
    spans.known_on,
    spans.person_key,
    spans.kind_number,
    spans.purchase_count,
    case
        when spans.purchase_count > 1 or kind_gaps.is_usual
            then (spans.span_days + 2 * kind_gaps.gap_days) / (spans.purchase_count + 1)
    end as usual_gap_days
from spans
inner join kind_gaps on spans.known_on = kind_gaps.known_on and spans.kind_number = kind_gaps.kind_number
