/*
title:   Customers by their revenue, best first
grain:   one row per customer with an order in the period
needs:   customer_ranks
parts:   whole_scope, ranked_now
returns: the columns of customer_ranks
plan:    not materialized: each reader takes few columns
source:  M1
*/
select ranked_now.*
from ranked_now
union all
select customer_ranks.*
from customer_ranks
inner join whole_scope on whole_scope.is_whole
