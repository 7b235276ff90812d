/*
title:   The pipeline, and what of it is justified
grain:   one row
parts:   answered_deals
returns: deal_count, deal_amount, justified_count, justified_amount, closed_deal_count, won_deal_count, closed_justified_count,
         won_justified_count
source:  M18
*/
select
    count(case when is_open then 1 end) as deal_count,
    cast(sum(case when is_open then amount end) as decimal(18, 2)) as deal_amount,
    count(case when is_open and is_justified then 1 end) as justified_count,
    cast(coalesce(sum(case when is_open and is_justified then amount end), 0) as decimal(18, 2))
        as justified_amount,
    count(case when is_closed then 1 end) as closed_deal_count,
    count(case when is_won then 1 end) as won_deal_count,
    count(case when is_closed and is_justified then 1 end) as closed_justified_count,
    count(case when is_won and is_justified then 1 end) as won_justified_count
from answered_deals
