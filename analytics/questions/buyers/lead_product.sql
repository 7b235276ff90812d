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
nothing:  None of these orders says which product was sold; a list of orders with a column Product would tell.
next_step: Let new salespeople lead with the first product of this list.
*/
with

products as (
    select
        product_key,
        product,
        customer_count,
        mature_count,
        first_mean_amount,
        year_mean_amount,
        year_deviation_amount
    from first_products
    where owner is not distinct from cast($owner as varchar)
),

-- a deal names its month as an order does
offered as (
    select
        coalesce(dated_products.bare_product, deal_states.product) as product,
        deal_states.is_won,
        deal_states.is_lost
    from deal_states
    left join dated_products on deal_states.product = dated_products.product
    where
        deal_states.product is not null
        and (cast($owner as varchar) is null or deal_states.owner = cast($owner as varchar))
),

decided as (
    select
        lower(trim(product)) as product_key,
        count(case when is_won then 1 end) as won_count,
        count(case when is_lost then 1 end) as lost_count
    from offered
    group by lower(trim(product))
),

waits as (
    select
        product_key,
        wait_days,
        is_back,
        wait_count
    from first_product_waits
    where owner is not distinct from cast($owner as varchar)
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
