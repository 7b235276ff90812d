/*
title:    What repeat business is worth
question: How many customers come back, do referred ones more often, and what is one new repeat customer worth?
method:   M7, H1, H2, H4, H5
grain:    one row per group: customers of the last 12 months by number of orders (1, 2, 3, 4 or more), then all customers
          by whether they were referred
needs:    orders
uses:     customers, leads, referrals
parts:    customers_of_owner
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

bands as (
    select
        order_band,
        customer_count
    from order_bands
    where owner is not distinct from cast($owner as varchar)
),

names as (
    select
        1 as order_band,
        '1 order' as group_name
    union all
    select
        2,
        '2 orders'
    union all
    select
        3,
        '3 orders'
    union all
    select
        4,
        'more than 3 orders'
),

year_totals as (
    select
        cast(sum(customer_count) as bigint) as year_customer_count,
        cast(coalesce(sum(case when order_band > 1 then customer_count end), 0) as bigint) as two_order_count
    from bands
),

introductions as (
    select
        is_referred,
        customer_count,
        repeat_count
    from referral_returns
    where owner is not distinct from cast($owner as varchar)
),

referrers as (
    select count(distinct referrals.referrer_person_key) as referrer_count
    from referrals
    inner join first_orders as referred_customers
        on referrals.referred_person_key = referred_customers.person_key
    where
        (
            cast($owner as varchar) is null
            or referrals.referrer_person_key in (select customers_of_owner.person_key from customers_of_owner)
        )
),

worth as (
    select
        coalesce(max(case when is_back_in_two_years then customer_count end), 0) as repeat_customer_count,
        max(case when is_back_in_two_years then mean_amount end) as repeat_mean_amount,
        max(case when is_back_in_two_years then deviation_amount end) as repeat_deviation_amount,
        coalesce(max(case when not is_back_in_two_years then customer_count end), 0) as once_customer_count,
        max(case when not is_back_in_two_years then mean_amount end) as once_mean_amount,
        max(case when not is_back_in_two_years then deviation_amount end) as once_deviation_amount
    from two_year_profits
    where owner is not distinct from cast($owner as varchar)
),

compared as (
    select
        names.order_band as group_order,
        'orders' as group_kind,
        names.group_name,
        coalesce(bands.customer_count, 0) as customer_count,
        cast(null as bigint) as repeat_count
    from names
    left join bands on names.order_band = bands.order_band
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
    referrers.referrer_count,
    cast(null as double) as p_value,
    cast(null as boolean) as is_different,
    worth.repeat_customer_count,
    worth.repeat_mean_amount,
    worth.repeat_deviation_amount,
    worth.once_customer_count,
    worth.once_mean_amount,
    worth.once_deviation_amount,
    cast(null as decimal(18, 2)) as worth_low_amount,
    cast(null as decimal(18, 2)) as worth_amount,
    cast(null as decimal(18, 2)) as worth_high_amount,
    year_totals.two_order_count
from compared
inner join year_totals on year_totals.year_customer_count > 0
cross join referrers
cross join worth
order by compared.group_order
