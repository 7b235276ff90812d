/*
title:   What became of past cases, by what was known of them before
grain:   one row per axis, attribute and value
needs:   customer_starts, lead_starts
returns: axis, attribute, value_key, value, case_count, success_count, later_mean_amount, later_deviation_amount,
         known_count, known_success_count
assumes: axis repeat: customers whose window is over, success = came back; axis sale: leads whose window is over,
         success = bought; spellings that differ in case or spaces are one value; whoever lacks the attribute is not
         counted in it; later amounts are of those who came back
source:  M17, H4
*/
with

counted as (
    select
        'repeat' as axis,
        'industry' as attribute,
        lower(trim(industry)) as value_key,
        min(trim(industry)) as value,
        count(*) as case_count,
        count(case when is_came_back then 1 end) as success_count,
        avg(case when is_came_back then cast(later_amount as double) end) as later_mean_amount,
        stddev_samp(case when is_came_back then cast(later_amount as double) end) as later_deviation_amount
    from customer_starts
    where is_mature and industry is not null
    group by lower(trim(industry))
    union all
    select
        'repeat' as axis,
        'sites' as attribute,
        lower(trim(site_band)) as value_key,
        min(trim(site_band)) as value,
        count(*) as case_count,
        count(case when is_came_back then 1 end) as success_count,
        avg(case when is_came_back then cast(later_amount as double) end) as later_mean_amount,
        stddev_samp(case when is_came_back then cast(later_amount as double) end) as later_deviation_amount
    from customer_starts
    where is_mature and site_band is not null
    group by lower(trim(site_band))
    union all
    select
        'repeat' as axis,
        'product' as attribute,
        lower(trim(product)) as value_key,
        min(trim(product)) as value,
        count(*) as case_count,
        count(case when is_came_back then 1 end) as success_count,
        avg(case when is_came_back then cast(later_amount as double) end) as later_mean_amount,
        stddev_samp(case when is_came_back then cast(later_amount as double) end) as later_deviation_amount
    from customer_starts
    where is_mature and product is not null
    group by lower(trim(product))
    union all
    select
        'repeat' as axis,
        'path' as attribute,
        lower(trim(path)) as value_key,
        min(trim(path)) as value,
        count(*) as case_count,
        count(case when is_came_back then 1 end) as success_count,
        avg(case when is_came_back then cast(later_amount as double) end) as later_mean_amount,
        stddev_samp(case when is_came_back then cast(later_amount as double) end) as later_deviation_amount
    from customer_starts
    where is_mature and path is not null
    group by lower(trim(path))
    union all
    select
        'repeat' as axis,
        'referral' as attribute,
        lower(trim(referral)) as value_key,
        min(trim(referral)) as value,
        count(*) as case_count,
        count(case when is_came_back then 1 end) as success_count,
        avg(case when is_came_back then cast(later_amount as double) end) as later_mean_amount,
        stddev_samp(case when is_came_back then cast(later_amount as double) end) as later_deviation_amount
    from customer_starts
    where is_mature and referral is not null
    group by lower(trim(referral))
    union all
    select
        'sale',
        'path',
        lower(trim(path)),
        min(trim(path)),
        count(*),
        count(case when is_bought then 1 end),
        cast(null as double),
        cast(null as double)
    from lead_starts
    where is_settled and path is not null
    group by lower(trim(path))
    union all
    select
        'sale',
        'referral',
        lower(trim(referral)),
        min(trim(referral)),
        count(*),
        count(case when is_bought then 1 end),
        cast(null as double),
        cast(null as double)
    from lead_starts
    where is_settled and referral is not null
    group by lower(trim(referral))
)

select
    axis,
    attribute,
    value_key,
    value,
    case_count,
    success_count,
    later_mean_amount,
    later_deviation_amount,
    cast(sum(case_count) over (partition by axis, attribute) as bigint) as known_count,
    cast(sum(success_count) over (partition by axis, attribute) as bigint) as known_success_count
from counted
order by axis, attribute, value_key
