/*
title:   Totals of the money columns
grain:   one row per canonical money column
needs:   canonical.orders, canonical.deals, canonical.path_counts, canonical.quotas
returns: table_name, column_name, amount
*/
select
    'orders' as table_name,
    'revenue_amount' as column_name,
    cast(coalesce(sum(revenue_amount), 0) as decimal(18, 2)) as amount
from canonical.orders
union all
select
    'orders',
    'cost_amount',
    cast(coalesce(sum(cost_amount), 0) as decimal(18, 2))
from canonical.orders
union all
select
    'deals',
    'amount',
    cast(coalesce(sum(amount), 0) as decimal(18, 2))
from canonical.deals
union all
select
    'path_counts',
    'spend_amount',
    cast(coalesce(sum(spend_amount), 0) as decimal(18, 2))
from canonical.path_counts
union all
select
    'quotas',
    'quota_amount',
    cast(coalesce(sum(quota_amount), 0) as decimal(18, 2))
from canonical.quotas
