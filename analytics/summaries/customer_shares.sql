/*
title:   How many customers give most of the revenue, all time
grain:   one row
parts:   shares_in_order
returns: the columns of shares_in_order
source:  M1
*/
select shares_in_order.*
from shares_in_order
