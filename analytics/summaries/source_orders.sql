/*
title:   First orders by source
grain:   one row per source kind with a customer
needs:   first_orders, customer_starts
returns: source_key, customer_count, first_mean_amount, first_deviation_amount
assumes: source kinds as in source_waits; the first order is that of the first day
source:  M9, docs/decisions/036
*/
select
    case
        when customer_starts.referral = 'referred' then 'referral'
        else lower(trim(customer_starts.path))
    end as source_key,
    count(*) as customer_count,
    avg(cast(first_orders.first_amount as double)) as first_mean_amount,
    stddev_samp(cast(first_orders.first_amount as double)) as first_deviation_amount
from first_orders
inner join customer_starts on first_orders.person_key = customer_starts.person_key
group by
    case
        when customer_starts.referral = 'referred' then 'referral'
        else lower(trim(customer_starts.path))
    end
order by source_key
