/*
title:   Times when a customer went quiet
grain:   one row per day on which a customer became later than twice the usual gap (cut-off quiet_gaps)
needs:   customer_days, customer_rhythms, cut_offs
returns: quiet_date, spell_count, returned_count
assumes: the spell begins on the day the customer is later than usual, not on the day of the last order;
         returned = something was ordered within 365 days of it
*/
with

purchases as (
    select distinct
        person_key,
        order_date
    from customer_days
    where order_count > 0
),

pauses as (
    select
        person_key,
        order_date,
        lead(order_date) over (partition by person_key order by order_date) as next_date
    from purchases
),

limits as (
    select
        customer_rhythms.person_key,
        cast(ceil(customer_rhythms.usual_gap_days * cast(cut_offs.value as double)) as bigint) as quiet_days
    from customer_rhythms
    inner join cut_offs on cut_offs.name = 'quiet_gaps'
),

spells as (
    select
        cast(pauses.order_date + limits.quiet_days * interval 1 day as date) as quiet_date,
        date_diff('day', pauses.order_date, pauses.next_date) - limits.quiet_days as returned_days
    from pauses
    inner join limits on pauses.person_key = limits.person_key
    where
        pauses.next_date is null
        or date_diff('day', pauses.order_date, pauses.next_date) > limits.quiet_days
)

select
    quiet_date,
    count(*) as spell_count,
    count(case when returned_days <= 365 then 1 end) as returned_count
from spells
group by quiet_date
order by quiet_date
