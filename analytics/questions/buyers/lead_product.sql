/*
title:    Lead product
question: With which first product do customers come back most, and which is best to sell first?
method:   M10, H1, H2, H4
grain:    one row per product of a first order, best lower bound first; at most the 30 with most customers
needs:    orders
uses:     deals
params:   $owner text or null
returns:  product_rank, product, customer_count, mature_count, back_rate, back_low_rate, back_high_rate,
          first_mean_amount, year_mean_amount, year_deviation_amount, won_count, lost_count, win_rate, worth_low_amount,
          worth_amount, worth_high_amount, product_count, is_win_rate_used
summary:  product_count, is_win_rate_used
money:    orders
assumes:  as of the last day in the data; back = a second purchase within 365 days, those not watched that long are
          neither; value = profit of the 365 days after the first day, the first order not counted, of customers whose
          year is over; worth = win rate x that value, without deals the value alone; under 10 such customers a product
          is listed and not ranked
source:   Kaplan and Meier (1958); the worth is simulated: Jeffreys' posterior of the win rate, Student's t of the mean;
          docs/decisions/033
next_step: Let new salespeople lead with the first product of this list.
*/
with

starts as (
    select
        lower(trim(first_orders.first_product)) as product_key,
        first_orders.first_product as product,
        first_orders.age_days,
        first_orders.first_amount,
        first_orders.year_profit_amount,
        -- 366 stands for any day after the year
        least(
            coalesce(date_diff('day', first_orders.first_order_date, first_orders.second_order_date), 366),
            366,
            first_orders.age_days
        ) as wait_days,
        coalesce(date_diff('day', first_orders.first_order_date, first_orders.second_order_date) <= 365, false)
            as is_back
    from first_orders
    where
        first_orders.first_product is not null
        and (
            cast($owner as varchar) is null
            or first_orders.person_key in (
                select owned_days.person_key
                from customer_days as owned_days
                where owned_days.owner = cast($owner as varchar)
            )
        )
),

products as (
    select
        product_key,
        min(product) as product,
        count(*) as customer_count,
        count(case when age_days >= 365 then 1 end) as mature_count,
        avg(cast(first_amount as double)) as first_mean_amount,
        avg(case when age_days >= 365 then cast(year_profit_amount as double) end) as year_mean_amount,
        stddev_samp(case when age_days >= 365 then cast(year_profit_amount as double) end) as year_deviation_amount
    from starts
    group by product_key
    order by customer_count desc, product_key asc
    limit 30
),

decided as (
    select
        lower(trim(product)) as product_key,
        count(case when is_won then 1 end) as won_count,
        count(case when is_lost then 1 end) as lost_count
    from deal_states
    where product is not null and (cast($owner as varchar) is null or owner = cast($owner as varchar))
    group by lower(trim(product))
),

waits as (
    select
        product_key,
        wait_days,
        is_back,
        count(*) as wait_count
    from starts
    group by product_key, wait_days, is_back
)

select
    products.product,
    products.customer_count,
    products.mature_count,
    products.first_mean_amount,
    products.year_mean_amount,
    products.year_deviation_amount,
    coalesce(decided.won_count, 0) as won_count,
    coalesce(decided.lost_count, 0) as lost_count,
    waits.wait_days,
    waits.is_back,
    waits.wait_count
from products
inner join waits on products.product_key = waits.product_key
left join decided on products.product_key = decided.product_key
order by products.customer_count desc, products.product_key asc, waits.wait_days asc, waits.is_back asc
