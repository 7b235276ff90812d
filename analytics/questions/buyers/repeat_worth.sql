/*
title:    What repeat business is worth
question: How many customers come back, do referred ones more often, and what is one new repeat customer worth?
method:   M7, H1, H2, H4, H5
grain:    one row per group: customers of the last 12 months by number of orders (1, 2, 3, 4 or more), then all customers
          by whether they were referred
needs:    orders
uses:     customers, leads, referrals
parts:    customers_by_orders, profit_after_first, referrers_of_owner
params:   $owner text or null
returns:  group_order, group_kind, group_name, customer_count, repeat_count, group_rate, low_rate, high_rate,
          year_customer_count, referrer_count, p_value, is_different, repeat_customer_count, repeat_mean_amount,
          repeat_deviation_amount, once_customer_count, once_mean_amount, once_deviation_amount, worth_low_amount,
          worth_amount, worth_high_amount, two_order_count
absent:   repeat_count
summary:  year_customer_count, referrer_count, p_value, is_different, repeat_customer_count, repeat_mean_amount,
          repeat_deviation_amount, once_customer_count, once_mean_amount, once_deviation_amount, worth_low_amount,
          worth_amount, worth_high_amount, two_order_count
money:    orders
assumes:  as of the last day in the data; orders of the last 12 months; referred against not referred: ordered on a second
          day at any time since; worth = profit of the first 24 months of those who came back within them less that of
          those who did not, first orders 24 months old or older; profit is revenue where a cost is unknown
source:   two-sided exact test, Fisher (1922); the range of the worth: difference of two means, Student's t draws, Welch
          (1947); docs/decisions/032
next_step: Win one customer more a month for a second order; ask those who came back once for the third.
*/
with

year_totals as (
    select
        cast(sum(customer_count) as bigint) as year_customer_count,
        cast(coalesce(sum(case when order_band > 1 then customer_count end), 0) as bigint) as two_order_count
    from customers_by_orders
),

introductions as (
    select
        is_referred,
        customer_count,
        repeat_count
    from referral_returns
    where owner is not distinct from cast($owner as varchar)
),

compared as (
    select
        order_band as group_order,
        'orders' as group_kind,
        group_name,
        customer_count,
        cast(null as bigint) as repeat_count
    from customers_by_orders
    union all
    select
        case when is_referred then 5 else 6 end,
        'referral',
        case when is_referred then 'referred' else 'not referred' end,
        customer_count,
        repeat_count
    from introductions
)

select
    compared.group_order,
    compared.group_kind,
    compared.group_name,
    compared.customer_count,
    compared.repeat_count,
    cast(null as double) as group_rate,
    -- ranges, test and simulation are made in Python
    cast(null as double) as low_rate,
    cast(null as double) as high_rate,
    year_totals.year_customer_count,
    referrers_of_owner.referrer_count,
    cast(null as double) as p_value,
    cast(null as boolean) as is_different,
    profit_after_first.repeat_customer_count,
    profit_after_first.repeat_mean_amount,
    profit_after_first.repeat_deviation_amount,
    profit_after_first.once_customer_count,
    profit_after_first.once_mean_amount,
    profit_after_first.once_deviation_amount,
    cast(null as decimal(18, 2)) as worth_low_amount,
    cast(null as decimal(18, 2)) as worth_amount,
    cast(null as decimal(18, 2)) as worth_high_amount,
    year_totals.two_order_count
from compared
inner join year_totals on year_totals.year_customer_count > 0
cross join referrers_of_owner
cross join profit_after_first
order by compared.group_order
