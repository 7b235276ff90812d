/*
title:   Names of products that end in the month they were for
grain:   one row per name, as written in orders, leads or deals, that has something before the month
needs:   orders, leads, deals, month_endings
returns: product, bare_product
assumes: a month and its year at the end of a product say for when it was, not what it was: "Managed support June 2026" is
         managed support
source:  M10, docs/decisions/033
*/
with

names as (
    select product
    from orders
    where regexp_matches(product, '20[12][0-9][)]? *$')
    group by product
    union
    select product
    from leads
    where regexp_matches(product, '20[12][0-9][)]? *$')
    group by product
    union
    select product
    from deals
    where regexp_matches(product, '20[12][0-9][)]? *$')
    group by product
),

bare as (
    select
        names.product,
        regexp_replace(trim(names.product), month_endings.month_and_year, '', 'i') as bare_product
    from names
    cross join month_endings
)

select
    product,
    bare_product
from bare
where bare_product <> '' and bare_product <> trim(product)
order by product
