/*
title:   Sums of what was asked for, of which shares and their range are made
grain:   one row, none without customers
needs:   customer_shares
parts:   whole_scope, shares_in_order
returns: the columns of customer_shares
assumes: as published, or made anew by the same select where a day, a period or an owner was chosen
source:  M1
*/
select shares_in_order.*
from shares_in_order
where shares_in_order.customer_count > 0
union all
select customer_shares.*
from customer_shares
inner join whole_scope on whole_scope.is_whole
