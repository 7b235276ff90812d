/*
title:   What was done in each week, by path and owner
grain:   one row per week, path and owner with anything in it; path null for orders
parts:   week_events
returns: week_start, path, owner, new_count, nurtured_count, asked_count, ask_count, sold_count, customer_ask_count,
         first_sale_amount, revenue_amount
assumes: weeks begin on Monday; an ask is one person on one day, on the person's first path, by whoever wrote it down,
         else by the person's owner; asks of somebody who had bought are for the next sale and counted apart; new,
         nurtured, asked and sold count each person once; steps without a day are in no week; an order that names no
         owner is of the person's owner, as its first sale is
source:  M14, docs/decisions/014
*/
select
    cast(date_trunc('week', happened_date) as date) as week_start,
    path,
    owner,
    count(case when what = 'new' then 1 end) as new_count,
    count(case when what = 'nurtured' then 1 end) as nurtured_count,
    count(case when what = 'asked' then 1 end) as asked_count,
    count(case when what = 'ask' then 1 end) as ask_count,
    count(case when what = 'sold' then 1 end) as sold_count,
    count(case when what = 'customer_ask' then 1 end) as customer_ask_count,
    cast(sum(case when what = 'sold' then amount end) as decimal(18, 2)) as first_sale_amount,
    cast(sum(case when what = 'order' then amount end) as decimal(18, 2)) as revenue_amount
from week_events
where happened_date is not null
group by cast(date_trunc('week', happened_date) as date), path, owner
order by week_start, path, owner
