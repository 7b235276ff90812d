/*
title:   What a first purchase tells that may tell how often somebody orders
grain:   one row per customer with a purchase and trait: the product, the industry, and the size of the purchase
needs:   holdout_tallies, later_days, opening_products, people
returns: person_key, trait, value, name, log_gap
assumes: value is the product or industry without regard to case, null where it is unknown, and name as it is written; the
         size is set against the median first purchase, small under a third of it, large above three times; log_gap is the natural logarithm of the
         customer's own mean gap in days, null of those who ordered once
source:  our choice, docs/decisions/030
*/
with

medians as (
    select median(first_amount) as first_amount
    from later_days
),

firsts as (
    select
        holdout_tallies.person_key,
        opening_products.first_product as product,
        people.industry,
        case
            when later_days.first_amount * 3 < medians.first_amount then 'small first purchase'
            when later_days.first_amount > medians.first_amount * 3 then 'large first purchase'
            else 'usual first purchase'
        end as size_name,
        ln(
            date_diff('day', holdout_tallies.first_date, holdout_tallies.last_date)
            / cast(nullif(holdout_tallies.purchase_count - 1, 0) as double)
        ) as log_gap
    from holdout_tallies
    inner join people on holdout_tallies.person_key = people.person_key
    inner join later_days on holdout_tallies.person_key = later_days.person_key
    left join opening_products on holdout_tallies.person_key = opening_products.person_key
    cross join medians
)

select
    person_key,
    'product' as trait,
    lower(trim(product)) as value,
    product as name,
    log_gap
from firsts
union all
select
    person_key,
    'industry',
    lower(trim(industry)),
    industry,
    log_gap
from firsts
union all
select
    person_key,
    'size',
    size_name as value,
    size_name as name,
    log_gap
from firsts
