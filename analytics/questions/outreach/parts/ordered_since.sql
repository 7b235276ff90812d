/*
title:   What those of a campaign ordered since
grain:   one row per campaign and person who did
needs:   customer_days
parts:   days_seen, letters_sent
returns: campaign, who, order_count, revenue_amount, last_order_date
assumes: orders of later days than the letter; what was given back is taken off
source:  M3, docs/decisions/044
*/
select
    letters_sent.campaign,
    letters_sent.who,
    sum(customer_days.order_count) as order_count,
    sum(customer_days.revenue_amount) as revenue_amount,
    max(case when customer_days.order_count > 0 then customer_days.order_date end) as last_order_date
from letters_sent
cross join days_seen
inner join customer_days
    on
        letters_sent.person_key = customer_days.person_key
        and letters_sent.sent_date < customer_days.order_date
        and days_seen.last_day >= customer_days.order_date
group by letters_sent.campaign, letters_sent.who
