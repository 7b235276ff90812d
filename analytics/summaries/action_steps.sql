/*
title:   Who did what before becoming a lead
grain:   one row per action (* for any), day counted from, path and owner
needs:   cut_offs
parts:   actions_done
returns: counted_from, action_key, action, from_date, path, owner, person_count, became_count, lead_count,
         customer_count, last_before_count
assumes: ever = everybody who did the action; the others are people who did something with us before they were a lead, or
         never became one, counted from the first time they did the action, or from the first thing they did ('first'); became = a lead within lead_window_days of
         that day; last before = the last thing done before becoming a lead; asks, sales and leaving contact details are
         no such actions
source:  M15, docs/decisions/015
*/
with

limits as (
    select max(case when name = 'lead_window_days' then cast(value as integer) end) as window_days
    from cut_offs
),

before_lead as (
    select
        *,
        row_number() over (partition by person_key order by first_date asc, action_key asc) = 1 as is_first,
        row_number() over (partition by person_key order by last_date desc, first_date desc, action_key asc) = 1 as is_last,
        min(first_date) over (partition by person_key) as began_date
    from actions_done
    where
        first_date <= coalesce(lead_date, first_date)
        and first_date <= coalesce(customer_date, first_date)
),

counted as (
    select
        'action' as counted_from,
        action_key,
        action,
        first_date as from_date,
        path,
        owner,
        lead_date,
        customer_date,
        is_last
    from before_lead
    union all
    select
        'ever',
        action_key,
        action,
        first_date,
        path,
        owner,
        lead_date,
        customer_date,
        false
    from actions_done
    union all
    select
        'first',
        action_key,
        action,
        began_date,
        path,
        owner,
        lead_date,
        customer_date,
        false
    from before_lead
    union all
    select
        'first',
        '*',
        '*',
        began_date,
        path,
        owner,
        lead_date,
        customer_date,
        false
    from before_lead
    where is_first
)

select
    counted.counted_from,
    counted.action_key,
    min(counted.action) as action,
    counted.from_date,
    counted.path,
    counted.owner,
    count(*) as person_count,
    count(case when date_diff('day', counted.from_date, counted.lead_date) <= limits.window_days then 1 end) as became_count,
    count(counted.lead_date) as lead_count,
    count(counted.customer_date) as customer_count,
    count(case when counted.is_last and counted.lead_date is not null then 1 end) as last_before_count
from counted
cross join limits
group by counted.counted_from, counted.action_key, counted.from_date, counted.path, counted.owner
order by counted.counted_from, counted.action_key, counted.from_date, counted.path, counted.owner
