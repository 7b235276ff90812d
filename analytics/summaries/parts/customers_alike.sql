/*
title:   What customers brought, with the first order counted as far as later ones are like it
grain:   one row per customer and of the two days of customer_states
needs:   customer_states, later_days
returns: the columns of customer_states, total_amount, first_amount, later_mean_amount, alike_amount
assumes: the first purchase counts at the share of it that the mean later one brings to those who came back, customer by
         customer, where ten did, but is never raised above that mean: a first visit for 1 makes no 10,000 of the 100 that
         others pay at once; else whole; profit is revenue where a cost is unknown
source:  M5, docs/decisions/030
*/
with

bought as (
    select
        customer_states.*,
        cast(customer_states.profit_amount as double) as total_amount,
        cast(coalesce(later_days.first_profit_amount, 0) as double) as first_amount,
        (cast(customer_states.profit_amount as double) - cast(coalesce(later_days.first_profit_amount, 0) as double))
        / nullif(customer_states.purchase_count - 1, 0) as later_mean_amount
    from customer_states
    left join later_days on customer_states.person_key = later_days.person_key
),

-- a machine first and beans ever after: what comes next is like the later orders
first_shares as (
    select
        is_now,
        avg(later_mean_amount) as later_amount,
        case
            when count(later_mean_amount) >= 10 and avg(later_mean_amount) > 0
                then coalesce(
                    avg(later_mean_amount)
                    / nullif(greatest(avg(case when later_mean_amount is not null then first_amount end), 0), 0),
                    1
                )
            else 1
        end as first_share
    from bought
    group by is_now
)

select
    bought.*,
    bought.total_amount - bought.first_amount + case
        when first_shares.first_share <= 1 then bought.first_amount * first_shares.first_share
        else greatest(bought.first_amount, least(bought.first_amount * first_shares.first_share, first_shares.later_amount))
    end as alike_amount
from bought
inner join first_shares on bought.is_now = first_shares.is_now
