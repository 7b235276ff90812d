/*
title:    What it takes to reach the goal
question: How many people must be asked, followed up and met each week to reach the goal at our own rates?
method:   M14, H1, H2, H9
grain:    one row per salesperson and link, everybody together first
needs:    touches or deals or leads
uses:     orders, quotas, interactions
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

-- weeks that are over
this_week as (
    select cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date) as week_start
),

past_weeks as (
    select
        funnel_weeks.*,
        funnel_weeks.week_start >= this_week.week_start - 91 as is_recent
    from funnel_weeks
    inner join this_week
        on
            funnel_weeks.week_start < this_week.week_start
            and funnel_weeks.week_start >= this_week.week_start - 364
),

-- a business younger than a year has fewer weeks to divide by
spans as (
    select
        least(date_diff('day', min(funnel_weeks.week_start), max(this_week.week_start)) / 7, 52) as week_count,
        least(date_diff('day', min(funnel_weeks.week_start), max(this_week.week_start)) / 7, 13) as recent_week_count
    from funnel_weeks
    cross join this_week
    where funnel_weeks.week_start < this_week.week_start
    having count(*) > 0
),

quota_days as (
    select
        trim(owner) as owner,
        quota_amount,
        date_diff('day', period_start, period_end) as period_days,
        date_diff(
            'day',
            greatest(period_start, cast($as_of as date) + 1),
            least(period_end, cast($as_of as date) + 92)
        ) as goal_days,
        greatest(period_start, cast($as_of as date) + 1) as first_day,
        least(period_end, cast($as_of as date) + 92) as end_day
    from quotas
    where period_end > cast($as_of as date) + 1 and period_start < cast($as_of as date) + 92
),

-- everybody, and whoever has a quota, is there even with nothing done
planned as (
    select cast(null as varchar) as owner
    from spans
    union
    select owner
    from quota_days
),

by_week as (
    select
        owner,
        week_start,
        is_recent,
        sum(new_count) as new_count,
        sum(nurtured_count) as nurtured_count,
        sum(ask_count) as ask_count,
        sum(asked_count) as asked_count,
        sum(sold_count) as sold_count,
        cast(coalesce(sum(revenue_amount), 0) - coalesce(sum(first_sale_amount), 0) as double) as repeat_amount,
        cast(coalesce(sum(revenue_amount), 0) as double) as revenue_amount
    from past_weeks
    group by owner, week_start, is_recent
    union all
    select
        null,
        week_start,
        is_recent,
        sum(new_count),
        sum(nurtured_count),
        sum(ask_count),
        sum(asked_count),
        sum(sold_count),
        cast(coalesce(sum(revenue_amount), 0) - coalesce(sum(first_sale_amount), 0) as double),
        cast(coalesce(sum(revenue_amount), 0) as double)
    from past_weeks
    group by week_start, is_recent
    union all
    select
        owner,
        null,
        true,
        0,
        0,
        0,
        0,
        0,
        0.0,
        0.0
    from planned
),

done as (
    select
        owner,
        sum(case when is_recent then new_count else 0 end) as new_count,
        sum(case when is_recent then nurtured_count else 0 end) as nurtured_count,
        sum(case when is_recent then ask_count else 0 end) as ask_count,
        sum(case when is_recent then sold_count else 0 end) as sold_count,
        sum(ask_count) as year_ask_count,
        sum(asked_count) as year_asked_count,
        sum(repeat_amount) as repeat_sum,
        sum(repeat_amount * repeat_amount) as repeat_square_sum,
        sum(revenue_amount) as revenue_sum
    from by_week
    group by owner
),

goal_span as (
    select date_diff('day', min(first_day), max(end_day)) as goal_days
    from quota_days
),

goals as (
    select
        owner,
        cast(sum(quota_amount * goal_days / nullif(period_days, 0)) as double) as amount
    from quota_days
    group by owner
    union all
    select
        null,
        cast(sum(quota_amount * goal_days / nullif(period_days, 0)) as double)
    from quota_days
    having count(*) > 0
),

growth as (
    select cast(max(case when name = 'sales_goal_growth' then value end) as double) as goal_growth
    from cut_offs
),

-- the last day was counted when the version was published; any other day is counted now
counted_now as (
    select max(last_day) as last_day
    from data_span
    having max(last_day) <> cast($as_of as date)
),

steps_now as (
    select
        path_due_steps.kind_key,
        case when path_due_steps.sale_amount > 0 then cast(path_due_steps.sale_amount as double) end as sale_value,
        case
            when path_due_steps.reached_date <= cast($as_of as date) then 0
            when path_due_steps.refused_date <= cast($as_of as date) then 1
            else 2
        end as state,
        cast($as_of as date) > case
            when path_due_steps.clock_date <= cast($as_of as date) then path_due_steps.due_date
            else path_due_steps.first_due_date
        end as is_time_over
    from path_due_steps
    cross join counted_now
    where path_due_steps.from_date <= cast($as_of as date)
),

tallied as (
    select
        kind_key,
        state,
        is_time_over,
        person_count,
        value_count,
        value_sum,
        value_square_sum
    from path_tallies
    where as_of_date = cast($as_of as date)
    union all
    select
        kind_key,
        state,
        is_time_over,
        count(*),
        count(sale_value),
        sum(sale_value),
        sum(sale_value * sale_value)
    from steps_now
    group by kind_key, state, is_time_over
),

steps as (
    select
        path_step_kinds.link_order,
        max(path_step_kinds.from_link) as from_link,
        cast(sum(tallied.person_count) as bigint) as from_count,
        sum(case when tallied.state = 0 then tallied.person_count else 0 end) as reached_count
    from tallied
    inner join path_step_kinds on tallied.kind_key = path_step_kinds.kind_key
    where path_step_kinds.link_order > 1 and path_step_kinds.is_from_recorded and tallied.is_time_over
    group by path_step_kinds.link_order
),

sale_sums as (
    select
        cast(coalesce(sum(tallied.value_count), 0) as bigint) as sale_count,
        sum(tallied.value_sum) as value_sum,
        sum(tallied.value_square_sum) as value_square_sum
    from tallied
    inner join path_step_kinds on tallied.kind_key = path_step_kinds.kind_key
    where path_step_kinds.link_order = 1 and tallied.state = 0
),

first_sales as (
    select
        sale_count,
        value_sum / nullif(sale_count, 0) as sale_mean,
        case
            when sale_count > 1
                then sqrt(greatest(value_square_sum - value_sum * value_sum / sale_count, 0.0) / (sale_count - 1))
        end as sale_spread
    from sale_sums
),

rates as (
    select
        max(case when link_order = 2 then from_count end) as nurturing_from_count,
        max(case when link_order = 2 then reached_count end) as nurturing_reached_count,
        max(case when link_order = 3 then from_count end) as ask_from_count,
        max(case when link_order = 3 then reached_count end) as ask_reached_count,
        max(case when link_order = 4 and from_link = 'ask' then from_count end) as sale_from_count,
        max(case when link_order = 4 and from_link = 'ask' then reached_count end) as sale_reached_count
    from steps
),

waiting_totals as (
    select nullif(cast(sum(tallied.person_count) as bigint), 0) as waiting_count
    from tallied
    inner join path_step_kinds on tallied.kind_key = path_step_kinds.kind_key
    where
        path_step_kinds.link = 'ask'
        and tallied.state = 2
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
),

-- ten are shown; names are read for those only
ten_waiting as (
    select
        path_due_steps.person_key,
        path_due_steps.last_event_date
    from path_due_steps
    inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
    where
        path_step_kinds.link = 'ask'
        and path_due_steps.from_date <= cast($as_of as date)
        and coalesce(path_due_steps.reached_date > cast($as_of as date), true)
        and coalesce(path_due_steps.refused_date > cast($as_of as date), true)
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
    order by path_due_steps.last_event_date desc, path_due_steps.person_key asc
    limit 10
),

first_waiting as (
    select
        string_agg(
            people.name || chr(31) || coalesce(people.lead_id, people.customer_id, cast(people.person_key as varchar))
            || chr(31) || cast(ten_waiting.last_event_date as varchar),
            chr(30) order by ten_waiting.last_event_date desc, ten_waiting.person_key asc
        ) as waiting_people
    from ten_waiting
    inner join people on ten_waiting.person_key = people.person_key
)

select
    done.owner,
    cast(done.new_count as bigint) as new_count,
    cast(done.nurtured_count as bigint) as nurtured_count,
    cast(done.ask_count as bigint) as ask_count,
    cast(done.sold_count as bigint) as sold_count,
    cast(done.year_ask_count as bigint) as year_ask_count,
    cast(done.year_asked_count as bigint) as year_asked_count,
    done.repeat_sum,
    done.repeat_square_sum,
    done.revenue_sum,
    goals.amount as quota_sum,
    goal_span.goal_days,
    growth.goal_growth,
    cast(spans.week_count as bigint) as week_count,
    cast(spans.recent_week_count as bigint) as recent_week_count,
    rates.nurturing_from_count,
    cast(rates.nurturing_reached_count as bigint) as nurturing_reached_count,
    rates.ask_from_count,
    cast(rates.ask_reached_count as bigint) as ask_reached_count,
    rates.sale_from_count,
    cast(rates.sale_reached_count as bigint) as sale_reached_count,
    first_sales.sale_count,
    first_sales.sale_mean,
    first_sales.sale_spread,
    case when done.owner is null or cast($owner as varchar) is not null then waiting_totals.waiting_count end as waiting_count,
    case when done.owner is null or cast($owner as varchar) is not null then first_waiting.waiting_people end as waiting_people
from done
cross join spans
cross join goal_span
cross join growth
cross join rates
cross join first_sales
cross join waiting_totals
cross join first_waiting
left join goals on done.owner is not distinct from goals.owner
where cast($owner as varchar) is null or done.owner = cast($owner as varchar)
order by done.owner nulls first
