/*
title:   Share of revenue of the top fifth, with its range
grain:   one row, none without customers
parts:   revenue_sums
returns: the columns of customer_shares, top_fifth_revenue_rate and half_width_rate, both 0 to 1
assumes: 1.645 for the two-sided 90 % of H2
source:  Beach and Davidson (1983), "Distribution-free statistical inference with Lorenz curves"
*/
with

rates as (
    select
        *,
        cast(used_amount as double) as used,
        cast(top_fifth_amount as double) / nullif(cast(used_amount as double), 0) as top_fifth_revenue_rate,
        cast(top_fifth_least_amount as double) as least
    from revenue_sums
),

-- how far each customer pulls the top fifth's share: (1 - rate) x amount - least of the top fifth, -rate x amount of the
-- others; summed, and summed squared
pulls as (
    select
        *,
        cast(top_fifth_amount as double) - top_fifth_count * least - top_fifth_revenue_rate * used as pull_sum,
        (1 - top_fifth_revenue_rate) * (1 - top_fifth_revenue_rate) * top_fifth_square
        - 2 * (1 - top_fifth_revenue_rate) * least * cast(top_fifth_amount as double)
        + top_fifth_count * least * least
        + top_fifth_revenue_rate * top_fifth_revenue_rate * (amount_square - top_fifth_square) as pull_square
    from rates
)

select
    *,
    1.645 * sqrt(customer_count) / nullif(used, 0)
    * sqrt(greatest(pull_square - pull_sum * pull_sum / customer_count, 0) / nullif(customer_count - 1, 0))
        as half_width_rate
from pulls
