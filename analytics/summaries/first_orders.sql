/*
title:   How each customer began, and what came after
grain:   one row per customer with an order
needs:   purchases, customer_days, customer_starts, customer_totals, data_span
returns: person_key, first_product, first_order_date, second_order_date, age_days, is_referred, first_amount,
         year_amount, year_profit_amount, two_year_profit_amount, is_back_in_two_years
assumes: as of the last day in the data; year_amount and year_profit_amount are of the 365 days after the first day, without
         it; two_year_profit_amount is of the 730 days from the first day on, with it; profit is revenue where the cost is
         unknown; is_referred is null while nothing tells who was referred
source:  M7, M10, docs/decisions/032
*/
with

firsts as (
    select
        person_key,
        order_date as first_order_date,
        next_date as second_order_date
    from purchases
    where purchase_number = 1
),

later as (
    select
        customer_days.person_key,
        sum(case when customer_days.order_date = firsts.first_order_date then customer_days.revenue_amount end)
            as first_amount,
        sum(
            case
                when
                    customer_days.order_date > firsts.first_order_date
                    and date_diff('day', firsts.first_order_date, customer_days.order_date) <= 365
                    then customer_days.revenue_amount
            end
        ) as year_amount,
        sum(
            case
                when
                    customer_days.order_date > firsts.first_order_date
                    and date_diff('day', firsts.first_order_date, customer_days.order_date) <= 365
                    then customer_days.revenue_amount - coalesce(customer_days.cost_amount, 0)
            end
        ) as year_profit_amount,
        sum(
            case
                when
                    customer_days.order_date >= firsts.first_order_date
                    and date_diff('day', firsts.first_order_date, customer_days.order_date) <= 730
                    then customer_days.revenue_amount - coalesce(customer_days.cost_amount, 0)
            end
        ) as two_year_profit_amount
    from firsts
    inner join customer_days on firsts.person_key = customer_days.person_key
    group by customer_days.person_key
),

spans as (
    select max(last_day) as last_day
    from data_span
)

select
    firsts.person_key,
    customer_totals.first_product,
    firsts.first_order_date,
    firsts.second_order_date,
    date_diff('day', firsts.first_order_date, spans.last_day) as age_days,
    case customer_starts.referral when 'referred' then true when 'not referred' then false end as is_referred,
    cast(coalesce(later.first_amount, 0) as decimal(18, 2)) as first_amount,
    cast(coalesce(later.year_amount, 0) as decimal(18, 2)) as year_amount,
    cast(coalesce(later.year_profit_amount, 0) as decimal(18, 2)) as year_profit_amount,
    cast(coalesce(later.two_year_profit_amount, 0) as decimal(18, 2)) as two_year_profit_amount,
    coalesce(date_diff('day', firsts.first_order_date, firsts.second_order_date) <= 730, false) as is_back_in_two_years
from firsts
cross join spans
inner join later on firsts.person_key = later.person_key
inner join customer_totals on firsts.person_key = customer_totals.person_key
left join customer_starts on firsts.person_key = customer_starts.person_key
order by firsts.person_key
