/*
title:   What each customer bought first
grain:   one row per person whose first order names a product
needs:   order_rows, customer_totals, dated_products
returns: person_key, first_product
assumes: of several products in the first order the one with most money, of equal ones the first by name; without the
         month it was for, as dated_products has it
source:  M10, docs/decisions/033
*/
with

first_rows as (
    select
        order_rows.person_key,
        coalesce(dated_products.bare_product, order_rows.product) as product,
        order_rows.revenue_amount
    from order_rows
    inner join customer_totals
        on
            order_rows.person_key = customer_totals.person_key
            and order_rows.ordered_at = customer_totals.first_order_at
    left join dated_products on order_rows.product = dated_products.product
    where not order_rows.is_refund and order_rows.product is not null
),

by_name as (
    select
        person_key,
        min(product) as first_name,
        max(product) as last_name
    from first_rows
    group by person_key
),

-- few first orders hold several products: only theirs are added up
dearest as (
    select
        first_rows.person_key,
        first_rows.product,
        row_number() over (
            partition by first_rows.person_key order by sum(first_rows.revenue_amount) desc, first_rows.product asc
        ) as place
    from first_rows
    inner join by_name on first_rows.person_key = by_name.person_key and by_name.first_name <> by_name.last_name
    group by first_rows.person_key, first_rows.product
)

select
    by_name.person_key,
    coalesce(dearest.product, by_name.first_name) as first_product
from by_name
left join dearest on by_name.person_key = dearest.person_key and dearest.place = 1
