/*
title:   Customers by their revenue, best first
grain:   one row per customer with an order
needs:   customer_ranks
returns: the columns of customer_ranks
assumes: all time; questions have a part of this name for the days and the owner that are asked for
source:  M1, docs/decisions/070
*/
select customer_ranks.*
from customer_ranks
