/*
title:    Past customers behind the scores
question: Which customers came back in the time that counts, and what did they order then?
method:   M17, H4, H8
grain:    one row per customer whose time is over, most money after the first order first; at most 1,000
needs:    orders
uses:     customers, leads, referrals
parts:    prospect_limits
params:   $path text or null
returns:  customer_rank, person_key, customer_id, name, first_order_date, industry, site_count, site_band, product, path,
          referral, is_came_back, later_order_count, later_amount, history_count, came_back_count, later_total_amount, repeat_window_days
summary:  history_count, came_back_count, later_total_amount, repeat_window_days
assumes:  came back = ordered on a later day within repeat_window_days of the first order; younger customers are in play and left
          out; attributes as known before the first order
source:   M17, docs/decisions/020
next_step: Ask those who came back what made them.
*/
with

whose_window_is_over as (
    select
        person_key,
        is_came_back,
        later_amount
    from customer_starts
    where is_mature and (cast($path as varchar) is null or path = cast($path as varchar))
),

totals as (
    select
        count(*) as history_count,
        count(case when is_came_back then 1 end) as came_back_count,
        cast(sum(later_amount) as decimal(18, 2)) as later_total_amount
    from whose_window_is_over
),

-- keys first: names and attributes are read for those listed only
first_ones as (
    select
        person_key,
        later_amount
    from whose_window_is_over
    order by later_amount desc, person_key asc
    limit 1000
)

select
    row_number() over (order by first_ones.later_amount desc, first_ones.person_key asc) as customer_rank,
    first_ones.person_key,
    people.customer_id,
    people.name,
    customer_starts.first_order_date,
    customer_starts.industry,
    customer_starts.site_count,
    customer_starts.site_band,
    customer_starts.product,
    customer_starts.path,
    customer_starts.referral,
    customer_starts.is_came_back,
    customer_starts.later_order_count,
    first_ones.later_amount,
    totals.history_count,
    totals.came_back_count,
    totals.later_total_amount,
    prospect_limits.repeat_window_days
from first_ones
inner join customer_starts on first_ones.person_key = customer_starts.person_key
inner join people on first_ones.person_key = people.person_key
cross join totals
cross join prospect_limits
order by customer_rank
