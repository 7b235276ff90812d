/*
title:   Logarithms of factorials
grain:   one row per whole number from 0 to the number of past cases
needs:   customer_starts, lead_starts
returns: number, log_factorial
assumes: exact tests need ln(n!); a running sum of ln(k) is the same on every engine
*/
with

cases as (
    select person_key from customer_starts
    union all
    select person_key from lead_starts
),

numbers as (
    select row_number() over (order by person_key) as number
    from cases
)

select
    cast(0 as bigint) as number,
    cast(0 as double) as log_factorial
union all
select
    number,
    sum(ln(cast(number as double))) over (order by number rows between unbounded preceding and current row)
from numbers
order by number
