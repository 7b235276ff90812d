/*
title:   Who owes us for longer than customers usually take to pay
grain:   one row per person with such an order
needs:   orders, data_span
parts:   usual_pay_times
returns: person_key, unpaid_count, unpaid_amount, oldest_order_date, usual_pay_days
assumes: as of the last day in the data; only files that say of other orders when they were paid; an order is paid when
         one of its rows is; the usual time is over when the share usual_time_share of the paid ones had been paid, known
         from unpaid_known_count paid orders on; refunds and orders that add up to nothing are owed by nobody
source:  M3, docs/decisions/043
*/
with

telling_uploads as (
    select upload_id
    from orders
    where paid_at is not null
    group by upload_id
),

unpaid as (
    select
        orders.person_key,
        orders.order_id,
        min(cast(orders.ordered_at as date)) as order_date
    from orders
    inner join telling_uploads on orders.upload_id = telling_uploads.upload_id
    where
        orders.person_key > 0
        and orders.paid_at is null
        and orders.revenue_amount > 0
    group by orders.person_key, orders.order_id, orders.upload_id
),

-- the oldest row of an order is late when any of its rows is
late as (
    select
        unpaid.person_key,
        unpaid.order_id,
        unpaid.order_date,
        usual_pay_times.usual_pay_days
    from unpaid
    cross join usual_pay_times
    cross join (select max(last_day) as last_day from data_span) as spans
    where date_diff('day', unpaid.order_date, spans.last_day) > usual_pay_times.usual_pay_days
),

-- a refund or a payment stands on another row of the same order
owed as (
    select
        late.person_key,
        late.order_id,
        late.usual_pay_days,
        late.order_date,
        sum(orders.revenue_amount) as owed_amount
    from late
    inner join orders on late.order_id = orders.order_id and late.person_key = orders.person_key
    group by late.person_key, late.order_id, late.usual_pay_days, late.order_date
    having max(orders.paid_at) is null and sum(orders.revenue_amount) > 0
)

select
    person_key,
    count(*) as unpaid_count,
    cast(sum(owed_amount) as decimal(18, 2)) as unpaid_amount,
    min(order_date) as oldest_order_date,
    usual_pay_days
from owed
group by person_key, usual_pay_days
order by person_key
