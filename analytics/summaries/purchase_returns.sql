/*
title:   How often customers came back, by how late they were
grain:   one row per day, lateness, number of purchases so far and kind of customers
needs:   purchases, customer_rhythms
parts:   lateness_limits
returns: spell_date, activity, purchase_band, kind_number, spell_count, returned_count
assumes: a spell begins on the day of a purchase (active) and again on the day a customer becomes due, overdue and gone by
         the cut-offs; returned = a purchase within 365 days of that day; purchase_band is 1, 2 or 3 for more; the usual
         gap is the one known at publish; whose gap is not known is never late, but may come back
source:  M5, docs/decisions/030
*/
with

-- a spell begins the day after the last one of the limit, the first on the day of the purchase itself
waits as (
    select
        purchases.order_date,
        least(purchases.purchase_number, 3) as purchase_band,
        customer_rhythms.kind_number,
        date_diff('day', purchases.order_date, purchases.next_date) as gap_days,
        cast(floor(customer_rhythms.usual_gap_days * lateness_limits.due_gaps) as integer) + 1 as due_days,
        cast(floor(customer_rhythms.usual_gap_days * lateness_limits.overdue_gaps) as integer) + 1 as overdue_days,
        cast(floor(customer_rhythms.usual_gap_days * lateness_limits.gone_gaps) as integer) + 1 as gone_days
    from purchases
    inner join customer_rhythms on purchases.person_key = customer_rhythms.person_key
    cross join lateness_limits
),

spells as (
    select
        order_date as spell_date,
        'active' as activity,
        purchase_band,
        kind_number,
        gap_days as more_days
    from waits
    union all
    select
        order_date + due_days,
        'due',
        purchase_band,
        kind_number,
        gap_days - due_days
    from waits
    where due_days is not null and (gap_days is null or gap_days >= due_days)
    union all
    select
        order_date + overdue_days,
        'overdue',
        purchase_band,
        kind_number,
        gap_days - overdue_days
    from waits
    where overdue_days is not null and (gap_days is null or gap_days >= overdue_days)
    union all
    select
        order_date + gone_days,
        'gone',
        purchase_band,
        kind_number,
        gap_days - gone_days
    from waits
    where gone_days is not null and (gap_days is null or gap_days >= gone_days)
)

select
    spell_date,
    activity,
    purchase_band,
    kind_number,
    count(*) as spell_count,
    count(case when more_days <= 365 then 1 end) as returned_count
from spells
group by spell_date, activity, purchase_band, kind_number
order by spell_date, activity, purchase_band, kind_number
