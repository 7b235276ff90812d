/*
title:   Leads against referrals
question: Do people whom a customer introduces buy more often, sooner, for more, and come back more than other leads?
method:   M9, H1, H2, H4, H5
grain:    one row per way in by which leads or customers came, referrals first, then most leads; at most 30
needs:    leads
uses:     orders, customers, referrals, touches, deals
params:
returns:  source_rank, source_kind, is_referral, lead_count, settled_count, bought_count, bought_rate, bought_low_rate,
          bought_high_rate, is_bought_different, close_days, close_low_days, close_high_days, customer_count,
          first_mean_amount, first_low_amount, first_high_amount, mature_count, back_count, back_rate, back_low_rate,
          back_high_rate, is_back_different, bought_p_value, back_p_value, window_days, all_lead_count
summary:  window_days, all_lead_count
money:    leads
assumes:  as of the last day in the data; a referral is whoever was introduced by a customer; bought = a first sale within
          sale_window_days of coming in, back = a second order within 365 days of the first; whoever was not watched that
          long is neither; days to close: median of those whose first sale has a day, of leads whose window is over; first order: mean of
          the first day, P10 to P90; differences from referrals are tested on those whose window is over
source:   Kaplan and Meier (1958); median by order statistics, Conover (1999); Student (1908); Fisher (1922) with
          Benjamini and Hochberg (1995); docs/decisions/036
next_step: Put the hours into the source that brings customers who come back.
*/
with

limits as (
    select cast(max(case when name = 'sale_window_days' then value end) as integer) as window_days
    from cut_offs
),

sizes as (
    select
        source_key,
        cast(coalesce(sum(case when measure = 'lead' then case_count end), 0) as bigint) as lead_count,
        cast(sum(case_count) as bigint) as all_count
    from source_waits
    group by source_key
),

largest as (
    select
        source_key,
        lead_count
    from sizes
    order by case when source_key = 'referral' then 0 else 1 end asc, all_count desc, source_key asc
    limit 30
),

totals as (
    select cast(sum(lead_count) as bigint) as all_lead_count
    from sizes
)

select
    coalesce(source_waits.source_kind, 'not known') as source_kind,
    source_waits.is_referral,
    largest.lead_count,
    coalesce(source_orders.customer_count, 0) as customer_count,
    source_orders.first_mean_amount,
    source_orders.first_deviation_amount,
    limits.window_days,
    totals.all_lead_count,
    source_waits.measure,
    source_waits.wait_days,
    source_waits.is_done,
    source_waits.is_dated,
    source_waits.is_watched,
    source_waits.case_count
from source_waits
inner join largest on source_waits.source_key is not distinct from largest.source_key
cross join limits
cross join totals
left join source_orders on source_waits.source_key is not distinct from source_orders.source_key
order by
    source_waits.is_referral desc, largest.lead_count desc, source_waits.source_kind asc, source_waits.measure asc,
    source_waits.wait_days asc, source_waits.is_done asc
