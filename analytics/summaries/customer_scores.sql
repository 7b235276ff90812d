/*
title:   Recency, frequency and money scores of each customer, and the segment they put them in
grain:   one row per customer with an order
parts:   median_gaps, customers_scored, segments_of_scores
returns: person_key, recency_score, frequency_score, monetary_score, segment, segment_order, segment_rank,
         recency_gaps, share_above_rate, median_gap_days
assumes: as of the last day in the data; recency in median gaps between two purchases of anybody, 30 days while nobody
         came back; money by the share of the revenue given by those who gave strictly more; so equal customers always get
         equal scores; the first segment all of whose rules fit counts; segment_rank goes by revenue
source:  M4, docs/decisions/031
*/
select
    customers_scored.person_key,
    customers_scored.recency_score,
    customers_scored.frequency_score,
    customers_scored.monetary_score,
    segments_of_scores.segment,
    segments_of_scores.segment_order,
    row_number() over (
        partition by segments_of_scores.segment_order
        order by customers_scored.revenue_amount desc, customers_scored.person_key asc
    ) as segment_rank,
    customers_scored.recency_gaps,
    customers_scored.share_above_rate,
    median_gaps.gap_days as median_gap_days
from customers_scored
cross join median_gaps
left join segments_of_scores
    on
        customers_scored.recency_score = segments_of_scores.recency_score
        and customers_scored.frequency_score = segments_of_scores.frequency_score
        and customers_scored.monetary_score = segments_of_scores.monetary_score
order by customers_scored.person_key
