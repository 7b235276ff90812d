/*
title:   What came of the people who came in on a path since money was spent on it
grain:   one row per path with money and people
needs:   journeys, usual_days, first_orders
parts:   spends
params:  $as_of date; $period_end date or null
returns: path, lead_count, deal_count, customer_count, repeat_count, in_play_count
assumes: in play = not sold, not refused, and the usual time since the entry is not over
source:  M15, docs/decisions/015
*/
with

came as (
    select
        spends.path,
        journeys.person_key,
        journeys.entered_date,
        coalesce(journeys.ask_date <= cast($as_of as date), false) as is_asked,
        coalesce(journeys.sale_date <= cast($as_of as date), false) as is_sold,
        journeys.refused_date is null as is_not_refused
    from spends
    inner join journeys
        on
            lower(spends.path) = lower(journeys.path)
            and journeys.is_first_path
            and not journeys.was_customer
            and spends.spend_from_date <= journeys.entered_date
            and journeys.entered_date <= cast($as_of as date)
    where cast($period_end as date) is null or journeys.entered_date < cast($period_end as date)
),

usual as (
    select
        path,
        usual_days
    from usual_days
    where link = 'lead_generation'
)

select
    came.path,
    count(*) as lead_count,
    sum(case when came.is_asked or came.is_sold then 1 else 0 end) as deal_count,
    sum(case when came.is_sold then 1 else 0 end) as customer_count,
    sum(case when came.is_sold and first_orders.second_order_date <= cast($as_of as date) then 1 else 0 end)
        as repeat_count,
    sum(
        case
            when
                not came.is_sold
                and came.is_not_refused
                and date_diff('day', came.entered_date, cast($as_of as date)) <= usual.usual_days
                then 1
            else 0
        end
    ) as in_play_count
from came
left join usual on came.path = usual.path
left join first_orders on came.person_key = first_orders.person_key
group by came.path
