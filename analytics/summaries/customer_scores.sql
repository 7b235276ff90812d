/*
title:   Recency, frequency and money scores of each customer, and the segment they put them in
grain:   one row per customer with an order
needs:   customer_states, purchases, segment_rules
returns: person_key, recency_score, frequency_score, monetary_score, segment, segment_order, segment_rank,
         recency_gaps, share_above_rate, median_gap_days
assumes: as of the last day in the data; recency in median gaps between two purchases of anybody, 30 days while nobody
         came back; money by the share of the revenue given by those who gave strictly more; so equal customers always get
         equal scores; the first segment all of whose rules fit counts; segment_rank goes by revenue
source:  M4, docs/decisions/031
*/
with

median_gaps as (
    select coalesce(median(date_diff('day', order_date, next_date)), 30) as gap_days
    from purchases
    where next_date is not null
),

amounts as (
    select
        revenue_amount,
        count(*) as customer_count
    from customer_states
    where is_now and revenue_amount > 0
    group by revenue_amount
),

above as (
    select
        revenue_amount,
        sum(cast(revenue_amount as double) * customer_count) over (
            order by revenue_amount desc
            rows between unbounded preceding and current row
        ) - cast(revenue_amount as double) * customer_count as above_amount,
        sum(cast(revenue_amount as double) * customer_count) over () as whole_amount
    from amounts
),

score_rules as (
    select
        attribute,
        cast(segment as integer) as score,
        coalesce(cast(low_value as double), -1e18) as low_value,
        coalesce(cast(high_value as double), 1e18) as high_value
    from segment_rules
    where attribute in ('recency_score', 'frequency_score', 'monetary_score')
),

-- the score of each value that occurs: far fewer than there are customers
quiet_days as (
    select days_since_last_order
    from customer_states
    where is_now
    group by days_since_last_order
),

recencies as (
    select
        days.days_since_last_order,
        days.days_since_last_order / cast(median_gaps.gap_days as double) as recency_gaps,
        score_rules.score as recency_score
    from quiet_days as days
    cross join median_gaps
    inner join score_rules
        on
            score_rules.attribute = 'recency_score'
            and days.days_since_last_order / cast(median_gaps.gap_days as double) >= score_rules.low_value
            and days.days_since_last_order / cast(median_gaps.gap_days as double) < score_rules.high_value
),

order_counts as (
    select order_count
    from customer_states
    where is_now
    group by order_count
),

frequencies as (
    select
        counts.order_count,
        score_rules.score as frequency_score
    from order_counts as counts
    inner join score_rules
        on
            score_rules.attribute = 'frequency_score'
            and counts.order_count >= score_rules.low_value
            and counts.order_count < score_rules.high_value
),

monies as (
    select
        above.revenue_amount,
        above.above_amount / nullif(above.whole_amount, 0) as share_above_rate,
        score_rules.score as monetary_score
    from above
    inner join score_rules
        on
            score_rules.attribute = 'monetary_score'
            and above.above_amount / nullif(above.whole_amount, 0) >= score_rules.low_value
            and above.above_amount / nullif(above.whole_amount, 0) < score_rules.high_value
),

-- whoever got back all they paid stands below everybody
lowest as (
    select max(score) as monetary_score
    from score_rules
    where attribute = 'monetary_score' and low_value <= 1.0 and high_value > 1.0
),

scored as (
    select
        customer_states.person_key,
        customer_states.revenue_amount,
        recencies.recency_gaps,
        coalesce(monies.share_above_rate, 1.0) as share_above_rate,
        median_gaps.gap_days as median_gap_days,
        recencies.recency_score,
        frequencies.frequency_score,
        coalesce(monies.monetary_score, lowest.monetary_score) as monetary_score
    from customer_states
    cross join median_gaps
    cross join lowest
    inner join recencies on customer_states.days_since_last_order = recencies.days_since_last_order
    inner join frequencies on customer_states.order_count = frequencies.order_count
    left join monies on customer_states.revenue_amount = monies.revenue_amount
    where customer_states.is_now
),

seen as (
    select
        recency_score,
        frequency_score,
        monetary_score
    from scored
    group by recency_score, frequency_score, monetary_score
),

segments as (
    select
        segment,
        segment_order,
        attribute,
        coalesce(cast(low_value as double), 0.0) as low_value,
        coalesce(cast(high_value as double), 9.0) as high_value
    from segment_rules
    where attribute in ('segment_recency', 'segment_frequency', 'segment_monetary')
),

fitting as (
    select
        seen.recency_score,
        seen.frequency_score,
        seen.monetary_score,
        segments.segment,
        segments.segment_order
    from seen
    cross join segments
    group by
        seen.recency_score,
        seen.frequency_score,
        seen.monetary_score,
        segments.segment,
        segments.segment_order
    having
        count(*) = count(
            case
                when
                    case segments.attribute
                        when 'segment_recency' then seen.recency_score
                        when 'segment_frequency' then seen.frequency_score
                        else seen.monetary_score
                    end >= segments.low_value
                    and case segments.attribute
                        when 'segment_recency' then seen.recency_score
                        when 'segment_frequency' then seen.frequency_score
                        else seen.monetary_score
                    end < segments.high_value
                    then 1
            end
        )
),

named as (
    select
        recency_score,
        frequency_score,
        monetary_score,
        min(segment_order) as segment_order
    from fitting
    group by recency_score, frequency_score, monetary_score
),

segment_names as (
    select
        segment_order,
        min(segment) as segment
    from segments
    group by segment_order
)

select
    scored.person_key,
    scored.recency_score,
    scored.frequency_score,
    scored.monetary_score,
    segment_names.segment,
    named.segment_order,
    row_number() over (
        partition by named.segment_order
        order by scored.revenue_amount desc, scored.person_key asc
    ) as segment_rank,
    scored.recency_gaps,
    scored.share_above_rate,
    scored.median_gap_days
from scored
left join named
    on
        scored.recency_score = named.recency_score
        and scored.frequency_score = named.frequency_score
        and scored.monetary_score = named.monetary_score
left join segment_names on named.segment_order = segment_names.segment_order
order by scored.person_key
