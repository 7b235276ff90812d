/*
title:   How long leads of each source took to buy, and their customers to come back
grain:   one row per source kind, measure (lead, customer), days and whether it happened
needs:   lead_starts, path_events, first_orders, customer_starts, data_span, cut_offs
returns: source_key, source_kind, is_referral, measure, wait_days, is_done, is_dated, is_watched, case_count
assumes: the source kind of whoever was referred is Referral, of others the way in by which they came (spelled as most do);
         null where neither is known; a lead waits from the day it came in to its first sale, a customer from the first to
         the second order; who has not done it waits until the last day of the data; days beyond the window of the measure
         (sale_window_days, a year) stand as one day more; a sale of which only the status tells has no day (is_dated) and
         stands on the last of the window; is_watched: came in long enough ago for the window to be over
source:  M9, H4, docs/decisions/036
*/
with

limits as (
    select cast(max(case when name = 'sale_window_days' then value end) as integer) as window_days
    from cut_offs
),

spans as (
    select max(last_day) as last_day
    from data_span
),

first_sales as (
    select
        person_key,
        min(case when is_dated then event_date end) as sale_date,
        min(event_date) as told_date
    from path_events
    where link = 'sale'
    group by person_key
),

lead_waits as (
    select
        case when lead_starts.referral = 'referred' then 'Referral' else trim(lead_starts.path) end as source_kind,
        coalesce(lead_starts.referral = 'referred', false) as is_referral,
        'lead' as measure,
        limits.window_days,
        case
            when first_sales.sale_date is not null
                then date_diff('day', lead_starts.created_date, first_sales.sale_date)
            when first_sales.told_date is not null
                then least(limits.window_days, date_diff('day', lead_starts.created_date, spans.last_day))
        end as done_days,
        first_sales.told_date is null or first_sales.sale_date is not null as is_dated,
        date_diff('day', lead_starts.created_date, spans.last_day) as watched_days
    from lead_starts
    cross join spans
    cross join limits
    left join first_sales on lead_starts.person_key = first_sales.person_key
),

customer_waits as (
    select
        case when customer_starts.referral = 'referred' then 'Referral' else trim(customer_starts.path) end as source_kind,
        coalesce(customer_starts.referral = 'referred', false) as is_referral,
        'customer' as measure,
        365 as window_days,
        date_diff('day', first_orders.first_order_date, first_orders.second_order_date) as done_days,
        true as is_dated,
        first_orders.age_days as watched_days
    from first_orders
    inner join customer_starts on first_orders.person_key = customer_starts.person_key
),

waits as (
    select lead_waits.*
    from lead_waits
    union all
    select customer_waits.*
    from customer_waits
)

select
    case when is_referral then 'referral' else lower(source_kind) end as source_key,
    case when is_referral then 'Referral' else min(source_kind) end as source_kind,
    is_referral,
    measure,
    least(coalesce(done_days, watched_days), watched_days, window_days + 1) as wait_days,
    coalesce(done_days <= least(watched_days, window_days), false) as is_done,
    is_dated,
    watched_days >= window_days as is_watched,
    count(*) as case_count
from waits
group by
    case when is_referral then 'referral' else lower(source_kind) end,
    is_referral,
    measure,
    least(coalesce(done_days, watched_days), watched_days, window_days + 1),
    coalesce(done_days <= least(watched_days, window_days), false),
    is_dated,
    watched_days >= window_days
order by source_key, measure, wait_days, is_done, is_dated, is_watched
