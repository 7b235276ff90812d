/*
title:   What a first purchase tells that may tell how often somebody orders
grain:   one row per customer with a purchase and trait: the product, the industry, and the size of the purchase
needs:   holdout_tallies, later_days, opening_products, people
returns: person_key, trait, value, name, log_pace
assumes: value is the product or industry without regard to case, null where it is unknown, and name as it is written; the
         size is set against the median first purchase, small under a third of it, large above three times; log_pace is the natural logarithm of the
         customer's own mean gap in days, less what comes of how long they are known, null of those who ordered once: whoever
         began lately came back soon or not yet, so what is sold since lately would seem to be bought more often than
         the rest; the gaps seen grow with the days known at most in proportion
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
        ln(greatest(date_diff('day', holdout_tallies.first_date, holdout_tallies.now_date), 1)) as log_known,
        ln(
            date_diff('day', holdout_tallies.first_date, holdout_tallies.last_date)
            / cast(nullif(holdout_tallies.purchase_count - 1, 0) as double)
        ) as log_gap
    from holdout_tallies
    inner join people on holdout_tallies.person_key = people.person_key
    inner join later_days on holdout_tallies.person_key = later_days.person_key
    left join opening_products on holdout_tallies.person_key = opening_products.person_key
    cross join medians
),

slopes as (
    select least(greatest(coalesce(regr_slope(log_gap, log_known), 0), 0), 1) as slope
    from firsts
),

paced as (
    select
        firsts.person_key,
        firsts.product,
        firsts.industry,
        firsts.size_name,
        firsts.log_gap - slopes.slope * firsts.log_known as log_pace
    from firsts
    cross join slopes
)

select
    person_key,
    'product' as trait,
    lower(trim(product)) as value,
    product as name,
    log_pace
from paced
union all
select
    person_key,
    'industry',
    lower(trim(industry)),
    industry,
    log_pace
from paced
union all
select
    person_key,
    'size',
    size_name as value,
    size_name as name,
    log_pace
from paced
