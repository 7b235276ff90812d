/*
title:   How each customer began, and whether they came back
grain:   one row per customer with an order
needs:   data_span, cut_offs, segment_rules
parts:   known_at_first_order
returns: person_key, first_order_date, industry, site_count, site_band, product, path, referral, is_mature,
         is_came_back, later_order_count, later_amount
assumes: attributes are those of the last lead row before the first order, else of the customer list; product is that
         of the first order; nothing after the first order but whether, how often and for how much they came back;
         mature = first order long enough ago for the whole window to be over; a customer who bought before the first
         row of the orders begins with the first order that is there
source:  M17, H4, docs/decisions/020
*/
with

limits as (
    select max(case when name = 'repeat_window_days' then cast(value as double) end) as window_days
    from cut_offs
),

spans as (
    select max(last_day) as last_day
    from data_span
)

select
    known_at_first_order.person_key,
    known_at_first_order.first_order_date,
    known_at_first_order.industry,
    known_at_first_order.site_count,
    segment_rules.segment as site_band,
    known_at_first_order.product,
    known_at_first_order.path,
    known_at_first_order.referral,
    date_diff('day', known_at_first_order.first_order_date, spans.last_day) >= limits.window_days as is_mature,
    known_at_first_order.later_order_count > 0 as is_came_back,
    known_at_first_order.later_order_count,
    cast(known_at_first_order.later_amount as decimal(18, 2)) as later_amount
from known_at_first_order
cross join limits
cross join spans
left join segment_rules
    on
        segment_rules.attribute = 'site_count'
        and known_at_first_order.site_count >= coalesce(segment_rules.low_value, known_at_first_order.site_count)
        and known_at_first_order.site_count < coalesce(segment_rules.high_value, known_at_first_order.site_count + 1)
order by known_at_first_order.person_key
