/*
title:   Who owes us for longer than customers usually take to pay
grain:   one row per person with such an order
needs:   orders, data_span, cut_offs
returns: person_key, unpaid_count, unpaid_amount, oldest_order_date, usual_pay_days
assumes: as of the last day in the data; only files that say of other orders when they were paid; an order is paid when
         one of its rows is; the usual time is over when the share usual_time_share of the paid ones had been paid, known
         from unpaid_known_count paid orders on; refunds and orders that add up to nothing are owed by nobody
source:  M3, docs/decisions/043
*/
with

limits as (
    select
        max(case when name = 'usual_time_share' then cast(value as double) end) as usual_time_share,
        max(case when name = 'unpaid_known_count' then value end) as known_count
    from cut_offs
),

telling_uploads as (
    select upload_id
    from orders
    where paid_at is not null
    group by upload_id
),

-- by days and not by order: a few hundred rows whatever the number of orders
pay_days as (
    select
        greatest(date_diff('day', cast(ordered_at as date), cast(paid_at as date)), 0) as days,
        count(*) as order_count
    from orders
    where paid_at is not null and revenue_amount > 0
    group by greatest(date_diff('day', cast(ordered_at as date), cast(paid_at as date)), 0)
),

paid_by as (
    select
        days,
        sum(order_count) over (order by days rows between unbounded preceding and current row) as paid_count,
        sum(order_count) over () as all_count
    from pay_days
),

usual as (
    select min(paid_by.days) as usual_pay_days
    from paid_by
    cross join limits
    where
        paid_by.all_count >= limits.known_count
        and paid_by.paid_count >= limits.usual_time_share * paid_by.all_count
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
        usual.usual_pay_days
    from unpaid
    cross join usual
    cross join (select max(last_day) as last_day from data_span) as spans
    where date_diff('day', unpaid.order_date, spans.last_day) > usual.usual_pay_days
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
