/*
title:    What people do before they become leads
question: Which action most often precedes becoming a lead, and do people who did it become leads more often?
method:   M15, H1, H2, H4, H5
grain:    one row per tracked action (watched, engaged, downloaded ...), the one that most often came last before a lead first
needs:    touches
uses:     leads, orders
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  action, person_count, lead_count, customer_count, last_before_count, last_before_rate, over_count,
          became_count, became_rate, low_rate, high_rate, other_over_count, other_became_count, other_rate,
          adjusted_p_value, is_different, new_lead_count, window_days, comparison_count
summary:  new_lead_count, window_days, comparison_count
people:   funnel/people
money:    leads
assumes:  person_count = everybody who ever did it, of whom leads and customers by now; the rates are of people who did something with
          us before they were a lead, or never became one; became = a lead within the
          window (lead_window_days) from the first time they did it, for the others from the first thing they did; whose
          window is not over is in play and in neither count; asks and leaving contact details are no such actions
source:   Fisher (1922), Benjamini and Hochberg (1995), Wilson (1927); docs/decisions/015
next_step: Offer more of what comes before a lead, where people meet you first.
*/
with

limits as (
    select max(case when name = 'lead_window_days' then cast(value as integer) end) as window_days
    from cut_offs
),

chosen as (
    select
        action_steps.*,
        action_steps.from_date + limits.window_days <= cast($as_of as date) as is_over,
        limits.window_days
    from action_steps
    cross join limits
    where
        action_steps.from_date <= cast($as_of as date)
        and (cast($period_start as date) is null or action_steps.from_date >= cast($period_start as date))
        and (cast($period_end as date) is null or action_steps.from_date < cast($period_end as date))
        and (cast($owner as varchar) is null or action_steps.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or action_steps.path = cast($path as varchar))
),

counted as (
    select
        action_key,
        min(case when counted_from = 'ever' then action end) as action,
        sum(case when counted_from = 'ever' then person_count else 0 end) as person_count,
        sum(case when counted_from = 'ever' then lead_count else 0 end) as lead_count,
        sum(case when counted_from = 'ever' then customer_count else 0 end) as customer_count,
        sum(case when counted_from = 'action' then last_before_count else 0 end) as last_before_count,
        sum(case when counted_from = 'action' and is_over then person_count else 0 end) as over_count,
        sum(case when counted_from = 'action' and is_over then became_count else 0 end) as became_count,
        sum(case when counted_from = 'first' and is_over then person_count else 0 end) as began_over_count,
        sum(case when counted_from = 'first' and is_over then became_count else 0 end) as began_became_count,
        max(window_days) as window_days
    from chosen
    group by action_key
),

everybody as (
    select
        began_over_count,
        began_became_count
    from counted
    where action_key = '*'
),

leads_with_one as (
    select sum(last_before_count) as new_lead_count
    from counted
)

select
    counted.action,
    cast(counted.person_count as bigint) as person_count,
    cast(counted.lead_count as bigint) as lead_count,
    cast(counted.customer_count as bigint) as customer_count,
    cast(counted.last_before_count as bigint) as last_before_count,
    cast(counted.last_before_count as double) / nullif(leads_with_one.new_lead_count, 0) as last_before_rate,
    cast(counted.over_count as bigint) as over_count,
    cast(counted.became_count as bigint) as became_count,
    cast(everybody.began_over_count - counted.began_over_count as bigint) as other_over_count,
    cast(everybody.began_became_count - counted.began_became_count as bigint) as other_became_count,
    cast(leads_with_one.new_lead_count as bigint) as new_lead_count,
    cast(counted.window_days as bigint) as window_days
from counted
cross join everybody
cross join leads_with_one
where counted.action is not null
order by counted.last_before_count desc, counted.person_count desc, counted.action asc
