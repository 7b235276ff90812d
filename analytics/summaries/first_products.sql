/*
title:   Products of first orders and the year that followed
grain:   one row per owner (null: everybody) and product; the 30 with most customers
needs:   customer_owners, first_orders
returns: owner, product_key, product, customer_count, mature_count, first_mean_amount, year_mean_amount,
         year_deviation_amount
assumes: product_key is the name without regard to case; the year is the 365 days after the first day, of customers whose
         year is over
source:  M10, docs/decisions/033
*/
with

products as (
    select
        customer_owners.owner,
        lower(trim(first_orders.first_product)) as product_key,
        min(first_orders.first_product) as product,
        count(*) as customer_count,
        count(case when first_orders.age_days >= 365 then 1 end) as mature_count,
        avg(cast(first_orders.first_amount as double)) as first_mean_amount,
        avg(case when first_orders.age_days >= 365 then cast(first_orders.year_profit_amount as double) end)
            as year_mean_amount,
        stddev_samp(case when first_orders.age_days >= 365 then cast(first_orders.year_profit_amount as double) end)
            as year_deviation_amount
    from customer_owners
    inner join first_orders on customer_owners.person_key = first_orders.person_key
    where first_orders.first_product is not null
    group by customer_owners.owner, lower(trim(first_orders.first_product))
),

ranked as (
    select
        products.*,
        row_number() over (
            partition by products.owner order by products.customer_count desc, products.product_key asc
        ) as product_place
    from products
)

select
    owner,
    product_key,
    product,
    customer_count,
    mature_count,
    first_mean_amount,
    year_mean_amount,
    year_deviation_amount
from ranked
where product_place <= 30
order by owner, product_place
