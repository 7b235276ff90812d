/*
title:   How often customers of each product, industry and size of first purchase order
grain:   one row per trait and value that ten customers who came back share, the 30 with most of them
parts:   pace_traits
returns: trait, value, kind, place, returned_count, log_sum, log_square
assumes: kind is the value as it is written; log_sum and log_square add log_pace; place counts from 1, most customers
         first
source:  H1; docs/decisions/030
*/
select
    trait,
    value,
    min(name) as kind,
    row_number() over (partition by trait order by count(*) desc, value asc) as place,
    count(*) as returned_count,
    sum(log_pace) as log_sum,
    sum(log_pace * log_pace) as log_square
from pace_traits
where log_pace is not null and value is not null
group by trait, value
having count(*) >= 10
qualify row_number() over (partition by trait order by count(*) desc, value asc) <= 30
