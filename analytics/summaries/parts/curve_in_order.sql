/*
title:   Customers on the curve of revenue
grain:   one row per customer, best first; beyond 5,000 customers the first 1,000 and then evenly spaced ones, so that the curve
         stays whole
parts:   customers_in_order
returns: the columns of customer_ranks
assumes: the limit cuts nothing off: it tells the planner that few names have to be looked up
source:  M1
*/
select customers_in_order.*
from customers_in_order
where
    customers_in_order.customer_count <= 5000
    or customers_in_order.customer_rank <= 1000
    or customers_in_order.customer_rank % cast(floor(customers_in_order.customer_count / 1000.0) as bigint) = 0
    or customers_in_order.customer_rank = customers_in_order.customer_count
order by customers_in_order.customer_rank
limit 7000
