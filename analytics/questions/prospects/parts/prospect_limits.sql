/*
title:   Limits of scores and days
grain:   one row
needs:   cut_offs
returns: unworked_days, sale_window_days, repeat_window_days, sale_score_limit, repeat_score_limit
source:  M17
*/
select
    max(case when name = 'unworked_days' then cast(value as bigint) end) as unworked_days,
    max(case when name = 'sale_window_days' then cast(value as bigint) end) as sale_window_days,
    max(case when name = 'repeat_window_days' then cast(value as bigint) end) as repeat_window_days,
    max(case when name = 'sale_score_high' then cast(value as bigint) end) as sale_score_limit,
    max(case when name = 'repeat_score_high' then cast(value as bigint) end) as repeat_score_limit
from cut_offs
