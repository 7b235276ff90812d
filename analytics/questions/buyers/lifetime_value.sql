/*
title:   Customer lifetime value
question: What will each customer order in the next 12 months, and how likely are they still customers?
method:   M6, H1, H2, H3, H6, H9
grain:    one row per customer with an order, highest expected value first; at most 200
needs:    orders
uses:     customers
parts:    customers_of_owner
params:   $owner text or null
returns:  customer_rank, person_key, customer_id, name, repeat_order_count, clv_recency_days, age_days, alive_rate,
          next_year_orders, low_order_count, likely_order_count, high_order_count, order_variance, mean_order_amount,
          mean_repeat_amount, expected_order_amount, clv_amount, clv_low_amount, clv_high_amount, customer_count,
          known_count, total_orders, total_amount, total_low_amount, total_high_amount, total_variance, half_count,
          estimate_kind, verdict, checked_count, horizon_days, later_count, estimate_count, miss_rate,
          repeat_customer_count, history_days, r, alpha, a, b, value_kind, value_state, correlation, p, q, gamma
absent:   mean_repeat_amount
listed_of: customer_count
summary:  customer_count, known_count, total_orders, total_amount, total_low_amount, total_high_amount, total_variance,
          half_count, estimate_kind, verdict, checked_count, horizon_days, later_count, estimate_count, miss_rate,
          repeat_customer_count, history_days, r, alpha, a, b, value_kind, value_state, correlation, p, q, gamma
money:    orders
assumes:  as of the last day in the data; several orders on one day are one; value is revenue, net of refunds as before,
          over 12 months, not discounted; the model of orders is used only where it missed the last stretch of the data by
          less than the customer's own rhythm and than no change, the model of order values only where how often and for
          how much hardly go together; else the own rhythm and the own mean order after the first stand for them; a customer of whom
          nothing tells how often is unknown; under 90 days from the first order on tell nothing of a year; an owner's customers are all who ever ordered from them
source:   BG/NBD, Fader, Hardie and Lee (2005); Gamma-Gamma, Fader and Hardie (2013); docs/decisions/034
next_step: Keep in touch with those who stand for half of it, by name.
*/
with

totals as (
    select
        customer_count,
        known_count,
        total_orders,
        total_amount,
        total_variance
    from lifetime_totals
    where owner is not distinct from cast($owner as varchar)
),

first_ones as (
    select
        person_key,
        clv_amount
    from customer_lifetimes
    where
        cast($owner as varchar) is null
        or person_key in (select customers_of_owner.person_key from customers_of_owner)
    order by clv_amount desc nulls last, person_key asc
    limit 200
),

histories as (
    select date_diff('day', min(case when table_name = 'orders' then first_day end), max(last_day)) + 1 as history_days
    from data_span
),

-- the other columns of these alone
listed as (
    select customer_lifetimes.*
    from first_ones
    inner join customer_lifetimes on first_ones.person_key = customer_lifetimes.person_key
)

select
    row_number() over (order by listed.clv_amount desc nulls last, listed.person_key asc) as customer_rank,
    listed.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    listed.repeat_order_count,
    listed.clv_recency_days,
    listed.age_days,
    listed.alive_rate,
    listed.next_year_orders,
    listed.low_order_count,
    listed.likely_order_count,
    listed.high_order_count,
    listed.order_variance,
    listed.mean_order_amount,
    listed.mean_repeat_amount,
    listed.expected_order_amount,
    listed.clv_amount,
    -- ranges are simulated in Python
    cast(null as decimal(18, 2)) as clv_low_amount,
    cast(null as decimal(18, 2)) as clv_high_amount,
    totals.customer_count,
    totals.known_count,
    totals.total_orders,
    totals.total_amount,
    cast(null as decimal(18, 2)) as total_low_amount,
    cast(null as decimal(18, 2)) as total_high_amount,
    totals.total_variance,
    cast(null as bigint) as half_count,
    lifetime_verdict.estimate_kind,
    lifetime_verdict.verdict,
    lifetime_verdict.checked_count,
    lifetime_verdict.horizon_days,
    lifetime_verdict.later_count,
    lifetime_verdict.estimate_count,
    lifetime_verdict.miss_rate,
    lifetime_verdict.repeat_customer_count,
    histories.history_days,
    lifetime_verdict.r,
    lifetime_verdict.alpha,
    lifetime_verdict.a,
    lifetime_verdict.b,
    lifetime_verdict.value_kind,
    lifetime_verdict.value_state,
    lifetime_verdict.correlation,
    lifetime_verdict.p,
    lifetime_verdict.q,
    lifetime_verdict.gamma
from listed
inner join people on listed.person_key = people.person_key
cross join totals
cross join histories
cross join lifetime_verdict
order by customer_rank
