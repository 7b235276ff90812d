/*
title:   What was known of each customer on the last day of the data, and a quarter before
grain:   one row per customer and of the two days
needs:   usual_gaps
parts:   states_of_days
returns: is_now, as_of_date, person_key, kind_number, purchase_count, order_count, year_count, first_order_date,
         last_order_date, days_since_last_order, revenue_amount, profit_amount, is_cost_known, usual_gap_days
assumes: made from the orders up to that day alone, the usual gap too; several orders on one day are one purchase; an order of
         several days counts once; profit is revenue where the cost is unknown
source:  M5; docs/decisions/030
*/
select
    states_of_days.is_now,
    states_of_days.as_of_date,
    states_of_days.person_key,
    usual_gaps.kind_number,
    states_of_days.purchase_count,
    cast(states_of_days.order_count as bigint) as order_count,
    states_of_days.year_count,
    states_of_days.first_order_date,
    states_of_days.last_order_date,
    date_diff('day', states_of_days.last_order_date, states_of_days.as_of_date) as days_since_last_order,
    cast(states_of_days.revenue_amount as decimal(18, 2)) as revenue_amount,
    cast(states_of_days.profit_amount as decimal(18, 2)) as profit_amount,
    states_of_days.is_cost_known,
    usual_gaps.usual_gap_days
from states_of_days
inner join usual_gaps
    on
        states_of_days.person_key = usual_gaps.person_key
        and usual_gaps.known_on = case when states_of_days.is_now then 'now' else 'quarter_ago' end
order by states_of_days.is_now, states_of_days.person_key
