/*
title:   What customers ordered after their first order, by what was known before it
grain:   one row per month of the first order, months watched and combination of values
needs:   customer_starts, repeat_shape, data_span
returns: case_month, industry, sites, product, path, referral, customer_count, watched_count, came_back_count,
         later_order_count, later_amount
assumes: every customer counts by the share of the usual orders of 24 months that could have come by now, so those who came
         lately are neither left out nor taken for gone; the forty commonest first products, others are not known;
         money of customers who got back more than they paid counts as none
source:  M17, H4, docs/decisions/025
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

products as (
    select
        lower(trim(product)) as product,
        row_number() over (order by count(*) desc, lower(trim(product)) asc) as place
    from customer_starts
    where product is not null
    group by lower(trim(product))
),

watched as (
    select
        customer_starts.*,
        least(
            cast(floor(date_diff('day', customer_starts.first_order_date, spans.last_day) / 30.42) as bigint), 24
        ) as month_number
    from customer_starts
    cross join spans
),

counted as (
    select
        cast(date_trunc('month', watched.first_order_date) as date) as case_month,
        watched.month_number,
        lower(trim(watched.industry)) as industry,
        lower(trim(watched.site_band)) as sites,
        products.product,
        lower(trim(watched.path)) as path,
        watched.referral,
        count(*) as customer_count,
        count(case when watched.is_came_back then 1 end) as came_back_count,
        sum(watched.later_order_count) as later_order_count,
        sum(greatest(watched.later_amount, 0)) as later_amount
    from watched
    left join products on lower(trim(watched.product)) = products.product and products.place <= 40
    group by
        date_trunc('month', watched.first_order_date), watched.month_number, lower(trim(watched.industry)),
        lower(trim(watched.site_band)), products.product, lower(trim(watched.path)), watched.referral
)

select
    counted.case_month,
    counted.industry,
    counted.sites,
    counted.product,
    counted.path,
    counted.referral,
    counted.customer_count,
    counted.customer_count * repeat_shape.watched_rate as watched_count,
    counted.came_back_count,
    cast(counted.later_order_count as bigint) as later_order_count,
    cast(counted.later_amount as decimal(18, 2)) as later_amount
from counted
inner join repeat_shape on counted.month_number = repeat_shape.month_number
where repeat_shape.watched_rate > 0
order by
    counted.case_month, counted.month_number, counted.industry, counted.sites, counted.product, counted.path,
    counted.referral
