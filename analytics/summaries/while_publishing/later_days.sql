/*
title:   What came after each customer's first day
grain:   one row per customer with a purchase
needs:   purchases, customer_days, cut_offs
returns: person_key, first_order_date, second_order_date, first_amount, first_profit_amount, year_amount, year_profit_amount,
         two_year_profit_amount, window_order_count, window_amount
assumes: year_amount and year_profit_amount are of the 365 days after the first day, without it; two_year_profit_amount is
         of the 730 days from the first day on, with it; the window is repeat_window_days, without the first day; profit is
         revenue where the cost is unknown; what was given back before the first day is left out
*/
with

limits as (
    select max(case when name = 'repeat_window_days' then cast(value as double) end) as window_days
    from cut_offs
),

firsts as (
    select
        person_key,
        order_date as first_order_date,
        next_date as second_order_date
    from purchases
    where purchase_number = 1
),

days as (
    select
        firsts.person_key,
        firsts.first_order_date,
        firsts.second_order_date,
        date_diff('day', firsts.first_order_date, customer_days.order_date) as later_days,
        customer_days.order_count,
        customer_days.revenue_amount,
        customer_days.revenue_amount - coalesce(customer_days.cost_amount, 0) as profit_amount
    from firsts
    inner join customer_days on firsts.person_key = customer_days.person_key
    where customer_days.order_date >= firsts.first_order_date
)

select
    days.person_key,
    min(days.first_order_date) as first_order_date,
    min(days.second_order_date) as second_order_date,
    sum(case when days.later_days = 0 then days.revenue_amount end) as first_amount,
    sum(case when days.later_days = 0 then days.profit_amount end) as first_profit_amount,
    sum(case when days.later_days between 1 and 365 then days.revenue_amount end) as year_amount,
    sum(case when days.later_days between 1 and 365 then days.profit_amount end) as year_profit_amount,
    sum(case when days.later_days <= 730 then days.profit_amount end) as two_year_profit_amount,
    sum(case when days.later_days between 1 and limits.window_days then days.order_count end) as window_order_count,
    sum(case when days.later_days between 1 and limits.window_days then days.revenue_amount end) as window_amount
from days
cross join limits
group by days.person_key
