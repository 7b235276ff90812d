/*
title:   What became of past leads, by what was known when they came in
grain:   one row per month and combination of values
needs:   lead_starts, sale_card, cut_offs
returns: case_month, known_date, industry, sites, product, path, referral, card_rate, case_count, bought_count
assumes: leads whose window is over; only what was known when the lead came in, never a stage, a later touch, an answer
         or the money; the outcome counts as known one window after the end of the month, so that nothing is learned from
         what nobody knew yet
source:  M17, H4, H6, docs/decisions/024
*/
with

limits as (
    select max(case when name = 'sale_window_days' then cast(value as bigint) end) as window_days
    from cut_offs
),

counted as (
    select
        cast(date_trunc('month', created_date) as date) as case_month,
        lower(trim(industry)) as industry,
        lower(trim(site_band)) as sites,
        lower(trim(product)) as product,
        lower(trim(path)) as path,
        referral,
        count(*) as case_count,
        count(case when is_bought then 1 end) as bought_count
    from lead_starts
    where is_settled
    group by
        date_trunc('month', created_date), lower(trim(industry)), lower(trim(site_band)), lower(trim(product)),
        lower(trim(path)), referral
)

select
    counted.case_month,
    cast(counted.case_month + interval 1 month as date) + cast(limits.window_days as integer) as known_date,
    counted.industry,
    counted.sites,
    counted.product,
    counted.path,
    counted.referral,
    sale_card.card_rate,
    counted.case_count,
    counted.bought_count
from counted
cross join limits
left join sale_card
    on
        counted.path is not distinct from sale_card.path_key
        and counted.referral is not distinct from sale_card.referral_key
order by
    counted.case_month, counted.industry, counted.sites, counted.product, counted.path, counted.referral
