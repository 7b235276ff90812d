/*
title:   How often customers came back, by how late they were
grain:   one row per day, lateness and number of purchases so far
needs:   purchases, customer_rhythms, cut_offs
returns: spell_date, activity, purchase_band, spell_count, returned_count
assumes: a spell begins on the day of a purchase (active) and again on the day a customer becomes due, overdue and gone by
         the cut-offs; returned = a purchase within 365 days of that day; purchase_band is 1, 2 or 3 for more; the usual
         gap is the one known at publish
source:  M5, docs/decisions/030
*/
with

thresholds as (
    select
        'active' as activity,
        0.0 as gaps
    union all
    select
        case name
            when 'pulse_due_gaps' then 'due'
            when 'quiet_gaps' then 'overdue'
            else 'gone'
        end,
        cast(value as double)
    from cut_offs
    where name in ('pulse_due_gaps', 'quiet_gaps', 'pulse_gone_gaps')
),

waits as (
    select
        purchases.order_date,
        least(purchases.purchase_number, 3) as purchase_band,
        date_diff('day', purchases.order_date, purchases.next_date) as gap_days,
        customer_rhythms.usual_gap_days
    from purchases
    inner join customer_rhythms on purchases.person_key = customer_rhythms.person_key
    where customer_rhythms.usual_gap_days is not null
),

spells as (
    select
        waits.order_date,
        thresholds.activity,
        waits.purchase_band,
        waits.gap_days,
        cast(floor(waits.usual_gap_days * thresholds.gaps) as integer)
        + case when thresholds.gaps > 0 then 1 else 0 end as late_days
    from waits
    cross join thresholds
)

select
    cast(order_date + late_days * interval 1 day as date) as spell_date,
    activity,
    purchase_band,
    count(*) as spell_count,
    count(case when gap_days - late_days <= 365 then 1 end) as returned_count
from spells
where gap_days is null or gap_days >= late_days
group by cast(order_date + late_days * interval 1 day as date), activity, purchase_band
order by spell_date, activity, purchase_band
