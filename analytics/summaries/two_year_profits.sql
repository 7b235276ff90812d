/*
title:   Profit of the first 24 months of those who came back within them and of those who did not
grain:   one row per owner (null: everybody) and whether they came back
needs:   customer_owners, first_orders
returns: owner, is_back_in_two_years, customer_count, mean_amount, deviation_amount
assumes: of customers whose first order is 24 months old or older; profit is revenue where a cost is unknown
source:  M7, docs/decisions/032
*/
select
    customer_owners.owner,
    first_orders.is_back_in_two_years,
    count(*) as customer_count,
    avg(cast(first_orders.two_year_profit_amount as double)) as mean_amount,
    stddev_samp(cast(first_orders.two_year_profit_amount as double)) as deviation_amount
from customer_owners
inner join first_orders on customer_owners.person_key = first_orders.person_key
where first_orders.age_days >= 730
group by customer_owners.owner, first_orders.is_back_in_two_years
order by customer_owners.owner, first_orders.is_back_in_two_years
