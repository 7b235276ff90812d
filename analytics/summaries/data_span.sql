/*
title:   Span of the data
grain:   one row per canonical table
needs:   canonical.customers, canonical.orders, canonical.leads, canonical.touches, canonical.path_counts,
         canonical.deals, canonical.stage_changes, canonical.interactions, canonical.feedback, canonical.referrals,
         canonical.quotas
returns: table_name, row_count, first_day, last_day
assumes: days that lie ahead by nature (expected close dates, quota periods) do not move the as-of date
*/
with

spans as (
    select
        'orders' as table_name,
        count(*) as row_count,
        cast(min(ordered_at) as date) as first_day,
        cast(max(ordered_at) as date) as last_day
    from canonical.orders
    union all
    select
        'leads',
        count(*),
        cast(min(created_at) as date),
        cast(max(created_at) as date)
    from canonical.leads
    union all
    select
        'touches',
        count(*),
        cast(min(happened_at) as date),
        cast(max(happened_at) as date)
    from canonical.touches
    union all
    select
        'path_counts',
        count(*),
        min(period_start),
        max(period_start)
    from canonical.path_counts
    union all
    select
        'deals',
        count(*),
        min(cast(opened_at as date)),
        max(coalesce(snapshot_date, cast(closed_at as date)))
    from canonical.deals
    union all
    select
        'stage_changes',
        count(*),
        cast(min(entered_at) as date),
        cast(max(entered_at) as date)
    from canonical.stage_changes
    union all
    select
        'interactions',
        count(*),
        cast(min(happened_at) as date),
        cast(max(happened_at) as date)
    from canonical.interactions
    union all
    select
        'feedback',
        count(*),
        cast(min(given_at) as date),
        cast(max(given_at) as date)
    from canonical.feedback
    union all
    select
        'referrals',
        count(*),
        cast(min(given_at) as date),
        cast(max(given_at) as date)
    from canonical.referrals
    union all
    select
        'customers',
        count(*),
        cast(null as date),
        cast(null as date)
    from canonical.customers
    union all
    select
        'quotas',
        count(*),
        cast(null as date),
        cast(null as date)
    from canonical.quotas
)

select
    table_name,
    row_count,
    first_day,
    last_day
from spans
order by table_name
