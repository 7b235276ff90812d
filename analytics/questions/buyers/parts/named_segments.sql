/*
title:   Segments with what they mean and what to do
grain:   one row per segment
needs:   segment_rules
returns: segment_order, segment, meaning, to_do, not_to_do
assumes: of whichever score a segment has a rule for
source:  M4, docs/decisions/031
*/
select
    segment_order,
    min(segment) as segment,
    min(meaning) as meaning,
    min(to_do) as to_do,
    min(not_to_do) as not_to_do
from segment_rules
where attribute in ('segment_recency', 'segment_frequency', 'segment_monetary')
group by segment_order
