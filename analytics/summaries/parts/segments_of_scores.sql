/*
title:   The segment that each three scores put a customer in
grain:   one row per three scores that somebody has and that fit a segment
needs:   segment_rules
parts:   customers_scored
returns: recency_score, frequency_score, monetary_score, segment, segment_order
assumes: the first segment all of whose rules fit counts
source:  M4, docs/decisions/031
*/
with

seen as (
    select
        recency_score,
        frequency_score,
        monetary_score
    from customers_scored
    group by recency_score, frequency_score, monetary_score
),

held_against as (
    select
        seen.recency_score,
        seen.frequency_score,
        seen.monetary_score,
        segment_rules.segment,
        segment_rules.segment_order,
        case segment_rules.attribute
            when 'segment_recency' then seen.recency_score
            when 'segment_frequency' then seen.frequency_score
            else seen.monetary_score
        end as score,
        coalesce(cast(segment_rules.low_value as double), 0.0) as low_value,
        coalesce(cast(segment_rules.high_value as double), 9.0) as high_value
    from seen
    cross join segment_rules
    where segment_rules.attribute in ('segment_recency', 'segment_frequency', 'segment_monetary')
),

fitting as (
    select
        recency_score,
        frequency_score,
        monetary_score,
        segment,
        segment_order
    from held_against
    group by recency_score, frequency_score, monetary_score, segment, segment_order
    having count(*) = count(case when score >= low_value and score < high_value then 1 end)
)

select
    recency_score,
    frequency_score,
    monetary_score,
    arg_min(segment, (segment_order, segment)) as segment,
    min(segment_order) as segment_order
from fitting
group by recency_score, frequency_score, monetary_score
