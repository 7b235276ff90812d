/*
title:    What it takes to reach the goal
question: How many people must be asked, followed up and met each week to reach the goal at our own rates?
method:   M14, H1, H2, H9
grain:    one row per salesperson and link, everybody together first
needs:    touches or deals or leads
uses:     orders, quotas, interactions
parts:    steps_now, steps_tallied, quota_goals, weeks_done, own_rates, first_to_ask
params:   $as_of date; $owner text or null
returns:  owner, link_order, link, now_per_week, low_per_week, likely_per_week, high_per_week, is_short,
          goal_amount, repeat_amount, new_amount, goal_days, is_quota, from_count, reached_count, conversion_rate,
          low_rate, high_rate, asks_per_person, sale_count, mean_sale_amount, low_amount, likely_amount, high_amount,
          waiting_count, people
absent:   from_count, reached_count, conversion_rate, low_rate, high_rate, low_amount, likely_amount, high_amount, waiting_count
summary:  sale_count, mean_sale_amount, is_quota
people:   funnel/people
money:    leads
assumes:  all amounts are of one week; the goal is the quota of the next 91 days as far as there is one, else the revenue of
          the last year and sales_goal_growth more; whatever is no first sale on a path goes on as in the last 52 weeks
          and first sales bring the rest; rates and value of a first sale are those of the whole business; now = mean of the last 13 weeks
source:   Jeffreys' posterior of each rate, gamma of each mean, 2,000 seeded draws; docs/decisions/014
next_step: Put the asks of next week into the calendar now, by name.
*/
with

growth as (
    select cast(max(case when name = 'sales_goal_growth' then value end) as double) as goal_growth
    from cut_offs
)

select
    weeks_done.*,
    quota_goals.quota_sum,
    max(quota_goals.goal_days) over () as goal_days,
    growth.goal_growth,
    own_rates.*,
    -- the list is of everybody, or of the one who was chosen
    case when weeks_done.owner is null or cast($owner as varchar) is not null then first_to_ask.waiting_count end
        as waiting_count,
    case when weeks_done.owner is null or cast($owner as varchar) is not null then first_to_ask.waiting_people end
        as waiting_people
from weeks_done
cross join growth
cross join own_rates
cross join first_to_ask
left join quota_goals on weeks_done.owner is not distinct from quota_goals.owner
where cast($owner as varchar) is null or weeks_done.owner = cast($owner as varchar)
order by weeks_done.owner nulls first
