/*
title:   How each customer began, and what came after
grain:   one row per customer with an order
needs:   later_days, customer_starts, opening_products, data_span
returns: person_key, first_product, first_order_date, second_order_date, age_days, is_referred, first_amount,
         year_amount, year_profit_amount, two_year_profit_amount, is_back_in_two_years
assumes: as of the last day in the data; year_amount and year_profit_amount are of the 365 days after the first day, without
         it; two_year_profit_amount is of the 730 days from the first day on, with it; profit is revenue where the cost is
         unknown; is_referred is null while nothing tells who was referred
source:  M7, M10, docs/decisions/032
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
)

select
    later_days.person_key,
    opening_products.first_product,
    later_days.first_order_date,
    later_days.second_order_date,
    date_diff('day', later_days.first_order_date, spans.last_day) as age_days,
    case customer_starts.referral when 'referred' then true when 'not referred' then false end as is_referred,
    cast(coalesce(later_days.first_amount, 0) as decimal(18, 2)) as first_amount,
    cast(coalesce(later_days.year_amount, 0) as decimal(18, 2)) as year_amount,
    cast(coalesce(later_days.year_profit_amount, 0) as decimal(18, 2)) as year_profit_amount,
    cast(coalesce(later_days.two_year_profit_amount, 0) as decimal(18, 2)) as two_year_profit_amount,
    coalesce(date_diff('day', later_days.first_order_date, later_days.second_order_date) <= 730, false) as is_back_in_two_years
from later_days
cross join spans
left join opening_products on later_days.person_key = opening_products.person_key
left join customer_starts on later_days.person_key = customer_starts.person_key
order by later_days.person_key
