/*
title:   Customers of what was asked for by their revenue, best first
grain:   one row per customer with an order, none where the ranks of publishing hold
parts:   ranked_now
returns: the columns of customer_ranks
plan:    not materialized: each reader takes few columns
assumes: stands for the part of summaries of this name, so that the sums and the curve of all time are made by the same select
source:  M1, docs/decisions/070
*/
select ranked_now.*
from ranked_now
