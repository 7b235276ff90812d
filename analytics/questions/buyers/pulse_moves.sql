/*
title:    Moves since last quarter
question: How many customers moved between active, due, overdue and gone since a quarter ago?
method:   M5, H1, H3, H8
grain:    one row per class a quarter ago and class now with a customer in it
needs:    orders
uses:     customers
params:   $owner text or null
returns:  before_order, before_activity, now_order, now_activity, customer_count, yearly_profit_amount, is_worse,
          as_of_date, before_date, worse_count, better_count, same_count, new_count, known_before_count,
          worse_amount, better_amount
summary:  as_of_date, before_date, worse_count, better_count, same_count, new_count, known_before_count, worse_amount,
          better_amount
people:   buyers/pulse
money:    orders
assumes:  both classes are made from the orders up to that day alone, so nothing known later leaks into the past; new = no
          order by then; whose pace is not known on one of the days cannot slip and is not counted; the profit is that of a usual year as known now
source:   counted; docs/decisions/030
next_step: Look first at those who became overdue: they were on time a quarter ago.
*/
with

places as (
    select
        'active' as activity,
        1 as place
    union all
    select
        'due',
        2
    union all
    select
        'overdue',
        3
    union all
    select
        'gone',
        4
),

pairs as (
    select
        activity as now_activity,
        before_activity,
        customer_count,
        yearly_profit_amount,
        as_of_date
    from pulse_counts
    where owner is not distinct from cast($owner as varchar)
),

moves as (
    select
        coalesce(places_before.place, 0) as before_order,
        pairs.before_activity,
        coalesce(places.place, 5) as now_order,
        pairs.now_activity,
        pairs.customer_count,
        pairs.yearly_profit_amount,
        pairs.as_of_date,
        case when places_before.place is not null then places.place > places_before.place end as is_worse,
        case when places_before.place is not null then places.place < places_before.place end as is_better
    from pairs
    left join places on pairs.now_activity = places.activity
    left join places as places_before on pairs.before_activity = places_before.activity
),

totals as (
    select
        max(as_of_date) as as_of_date,
        cast(max(as_of_date) - interval 3 month as date) as before_date,
        cast(coalesce(sum(case when is_worse then customer_count end), 0) as bigint) as worse_count,
        cast(coalesce(sum(case when is_better then customer_count end), 0) as bigint) as better_count,
        cast(coalesce(sum(case when not is_worse and not is_better then customer_count end), 0) as bigint) as same_count,
        cast(coalesce(sum(case when before_activity = 'new' then customer_count end), 0) as bigint) as new_count,
        cast(coalesce(sum(case when is_worse is not null then customer_count end), 0) as bigint)
            as known_before_count,
        cast(coalesce(sum(case when is_worse then yearly_profit_amount end), 0) as decimal(18, 2)) as worse_amount,
        cast(coalesce(sum(case when is_better then yearly_profit_amount end), 0) as decimal(18, 2)) as better_amount
    from moves
)

select
    moves.before_order,
    moves.before_activity,
    moves.now_order,
    moves.now_activity,
    moves.customer_count,
    moves.yearly_profit_amount,
    moves.is_worse,
    totals.as_of_date,
    totals.before_date,
    totals.worse_count,
    totals.better_count,
    totals.same_count,
    totals.new_count,
    totals.known_before_count,
    totals.worse_amount,
    totals.better_amount
from moves
cross join totals
order by moves.before_order, moves.now_order
