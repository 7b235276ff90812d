/*
title:   Customers with what they had ordered by each of the two days
grain:   one row per customer and of the two days
needs:   purchases, customer_days, customer_totals
parts:   state_days, last_quarter
returns: is_now, as_of_date, person_key, purchase_count, last_order_date, first_order_date, year_count, order_count, revenue_amount,
         profit_amount, is_cost_known
assumes: what is of the last quarter is taken off again for the day before it, because that is a small part of all
source:  M5, docs/decisions/030
*/
with

firsts as (
    select
        person_key,
        min(order_date) as first_order_date,
        count(case when extract(year from next_date) > extract(year from order_date) then 1 end) as turn_count
    from purchases
    group by person_key
),

unknown_costs as (
    select
        customer_days.person_key,
        min(customer_days.order_date) as unknown_date
    from customer_days
    where customer_days.cost_amount is null
    group by customer_days.person_key
)

select
    true as is_now,
    state_days.now_date as as_of_date,
    purchases.person_key,
    purchases.purchase_number as purchase_count,
    purchases.order_date as last_order_date,
    firsts.first_order_date,
    1 + firsts.turn_count as year_count,
    totals.order_count,
    totals.revenue_amount,
    totals.revenue_amount - coalesce(totals.known_cost_amount, 0) as profit_amount,
    unknown_costs.unknown_date is null as is_cost_known
from purchases
inner join firsts on purchases.person_key = firsts.person_key
inner join customer_totals as totals on purchases.person_key = totals.person_key
left join unknown_costs on purchases.person_key = unknown_costs.person_key
cross join state_days
where purchases.next_date is null
union all
select
    false,
    state_days.before_date,
    purchases.person_key,
    purchases.purchase_number,
    purchases.order_date,
    firsts.first_order_date,
    1 + firsts.turn_count - coalesce(last_quarter.turn_count, 0),
    totals.order_count - coalesce(last_quarter.order_count, 0),
    totals.revenue_amount - coalesce(last_quarter.revenue_amount, 0),
    totals.revenue_amount - coalesce(last_quarter.revenue_amount, 0)
    - coalesce(totals.known_cost_amount, 0) + coalesce(last_quarter.cost_amount, 0),
    coalesce(unknown_costs.unknown_date > state_days.before_date, true)
from purchases
inner join state_days
    on
        purchases.order_date <= state_days.before_date
        and coalesce(purchases.next_date, date '9999-12-31') > state_days.before_date
inner join firsts on purchases.person_key = firsts.person_key
inner join customer_totals as totals on purchases.person_key = totals.person_key
left join last_quarter on purchases.person_key = last_quarter.person_key
left join unknown_costs on purchases.person_key = unknown_costs.person_key
