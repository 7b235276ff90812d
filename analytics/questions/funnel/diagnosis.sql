/*
title:    Where the funnel leaks
question: On each path, which link is missing, leaks or is slow, where do too few come in, and what does it cost a year?
method:   M12, M13, H1, H2, H4, H5, H9
grain:    one row per path and link; the row of lead generation judges the whole path, from entry to sale
needs:    leads or touches or deals
uses:     interactions, orders, customers
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, link_order, link, from_link, diagnosis, evidence, compared_with, from_count, reached_count,
          refused_count, never_tried_count, no_answer_count, in_play_count, resolved_count, resolved_reached_count,
          conversion_rate, low_rate, high_rate, poor_left_count, known_left_count, good_count, good_reached_count,
          other_resolved_count, other_reached_count, other_rate, adjusted_p_value, median_days, low_days, high_days,
          other_days, year_count, rest_rate, low_amount, likely_amount, high_amount, needed_count, certainty,
          waiting_count, people, person_count, comparison_count
absent:   compared_with, never_tried_count, no_answer_count, low_amount, likely_amount, high_amount, needed_count, waiting_count
summary:  person_count, comparison_count
screen:   path, link, diagnosis, evidence, from_count, reached_count, conversion_rate, low_rate, high_rate,
          refused_count, never_tried_count, no_answer_count, in_play_count, median_days, other_rate, other_days,
          low_amount, likely_amount, high_amount, certainty, waiting_count
people:   funnel/people
money:    leads
assumes:  judged are people whose usual time is over and whose link before is on record; the other paths are pooled
          without the path itself; a path filter picks rows after the comparison; people newly brought to a link go on
          like those who came there before; fit as in docs/decisions/013; value of a sale = its first order (the deal where there is no order)
source:   Fisher (1922); Benjamini and Hochberg (1995); Mann and Whitney (1947); cut-offs are our choice, docs/decisions/012
next_step: Start with the finding at the top and call the people behind it.
*/
with

-- the last day without a period was counted when the version was published; anything else is counted now
counted_now as (
    select max(last_day) as last_day
    from data_span
    having
        max(last_day) <> cast($as_of as date)
        or cast($period_start as date) is not null
        or cast($period_end as date) is not null
),

kinds as (
    select *
    from path_step_kinds
    where cast($owner as varchar) is null or owner = cast($owner as varchar)
),

-- a join with no kinds reads no steps
kinds_now as (
    select
        kinds.kind_key,
        kinds.path,
        kinds.link,
        kinds.link_order
    from kinds
    cross join counted_now
),

-- whole numbers only: 0 reached, 1 refused, 2 neither; the texts of a kind are read once it is counted
steps as (
    select
        path_due_steps.kind_key,
        kinds_now.path,
        kinds_now.link,
        kinds_now.link_order,
        person_key,
        from_date,
        step_days,
        last_event_date,
        case when sale_amount > 0 then cast(sale_amount as double) end as sale_value,
        case
            when reached_date <= cast($as_of as date) then 0
            when refused_date <= cast($as_of as date) then 1
            else 2
        end as state,
        cast($as_of as date) > case when clock_date <= cast($as_of as date) then due_date else first_due_date end
            as is_time_over,
        case
            when date_diff('day', from_date, cast($as_of as date)) < 365 then 0
            when date_diff('day', from_date, cast($as_of as date)) < 730 then 1
            else 2
        end as age_years
    from path_due_steps
    inner join kinds_now on path_due_steps.kind_key = kinds_now.kind_key
    where
        from_date <= cast($as_of as date)
        and (cast($period_start as date) is null or entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or entered_date < cast($period_end as date))
),

tallied as (
    select
        kind_key,
        state,
        is_time_over,
        age_years,
        step_days,
        person_count,
        first_from_date,
        value_count,
        value_sum,
        value_square_sum
    from path_tallies
    where
        as_of_date = cast($as_of as date)
        and cast($period_start as date) is null
        and cast($period_end as date) is null
    union all
    select
        kind_key,
        state,
        is_time_over,
        age_years,
        case when state = 0 then step_days end,
        count(*),
        min(from_date),
        count(case when state = 0 then sale_value end),
        sum(case when state = 0 then sale_value end),
        sum(case when state = 0 then sale_value * sale_value end)
    from steps
    group by kind_key, state, is_time_over, age_years, case when state = 0 then step_days end
),

counted as (
    select
        path,
        link_order,
        link,
        from_link,
        sum(person_count) as from_count,
        sum(case when state = 0 then person_count else 0 end) as reached_count,
        sum(case when state = 1 then person_count else 0 end) as refused_count,
        sum(case when state = 2 and is_time_over then person_count else 0 end) as left_count,
        sum(case when state = 2 and not is_time_over then person_count else 0 end) as in_play_count,
        sum(case when is_resolved then person_count else 0 end) as resolved_count,
        sum(case when is_resolved and state = 0 then person_count else 0 end) as resolved_reached_count,
        sum(case when is_resolved and state = 2 then person_count else 0 end) as resolved_left_count,
        sum(case when is_resolved and state = 0 and is_passed then person_count else 0 end) as passed_count,
        sum(case when is_resolved and state = 0 and is_passed and is_recorded then person_count else 0 end)
            as passed_recorded_count,
        sum(case when is_resolved and age_years = 0 then person_count else 0 end) as recent_count,
        sum(case when is_resolved and age_years = 0 and state = 0 then person_count else 0 end) as recent_reached_count,
        sum(case when is_resolved and age_years = 1 then person_count else 0 end) as earlier_count,
        sum(case when is_resolved and age_years = 1 and state = 0 then person_count else 0 end)
            as earlier_reached_count,
        sum(case when is_resolved and state > 0 and fit = 'poor' then person_count else 0 end) as poor_left_count,
        sum(case when is_resolved and state > 0 and fit is not null then person_count else 0 end) as known_left_count,
        sum(case when is_resolved and fit = 'good' then person_count else 0 end) as good_count,
        sum(case when is_resolved and fit = 'good' and state = 0 then person_count else 0 end) as good_reached_count,
        sum(case when age_years = 0 then person_count else 0 end) as year_count,
        min(first_from_date) as first_from_date
    from (
        select
            kinds.*,
            tallied.state,
            tallied.is_time_over,
            tallied.age_years,
            tallied.person_count,
            tallied.first_from_date,
            tallied.is_time_over and kinds.is_from_recorded as is_resolved
        from tallied
        inner join kinds on tallied.kind_key = kinds.kind_key
    ) as kinds_tallied
    group by path, link_order, link, from_link
),

-- the value of a sale belongs to the whole path
sale_sums as (
    select
        kinds.path,
        cast(sum(tallied.value_count) as bigint) as value_count,
        sum(tallied.value_sum) as value_sum,
        sum(tallied.value_square_sum) as value_square_sum
    from tallied
    inner join kinds on tallied.kind_key = kinds.kind_key
    where kinds.link_order = 1 and tallied.value_count > 0
    group by kinds.path
),

sale_values as (
    select
        path,
        1 as link_order,
        value_count,
        value_sum / value_count as value_mean,
        case
            when value_count > 1
                then sqrt(greatest(value_square_sum - value_sum * value_sum / value_count, 0.0) / (value_count - 1))
        end as value_spread
    from sale_sums
),

-- days of the step among those whose time is over: quick young ones alone would make every path look quick
day_counts as (
    select
        kinds.path,
        kinds.link,
        tallied.step_days,
        cast(sum(tallied.person_count) as bigint) as person_count
    from tallied
    inner join kinds on tallied.kind_key = kinds.kind_key
    where kinds.is_from_recorded and tallied.is_time_over and tallied.step_days is not null
    group by kinds.path, kinds.link, tallied.step_days
),

days as (
    select
        path,
        link,
        string_agg(cast(step_days as varchar) || ':' || cast(person_count as varchar), ' ') as day_counts
    from day_counts
    group by path, link
),

-- ten are shown: of a path's own ten the first ten are picked once it is judged
placed_now as (
    select
        path,
        link,
        person_key,
        last_event_date,
        state = 1 as is_refused,
        row_number() over (
            partition by path, link
            order by state = 1 asc, last_event_date desc, person_key asc
        ) as place
    from steps
    where link_order > 1 and (state = 1 or (state = 2 and is_time_over))
),

waiting as (
    select
        kinds.path,
        kinds.link,
        path_waiting.person_key,
        path_waiting.name,
        path_waiting.person_ref,
        path_waiting.last_event_date,
        path_waiting.is_refused
    from path_waiting
    inner join kinds on path_waiting.kind_key = kinds.kind_key
    where
        kinds.link_order > 1
        and path_waiting.as_of_date = cast($as_of as date)
        and cast($period_start as date) is null
        and cast($period_end as date) is null
    union all
    select
        placed_now.path,
        placed_now.link,
        placed_now.person_key,
        people.name,
        coalesce(people.lead_id, people.customer_id, cast(people.person_key as varchar)),
        placed_now.last_event_date,
        placed_now.is_refused
    from placed_now
    inner join people on placed_now.person_key = people.person_key
    where placed_now.place <= 10
),

first_waiting as (
    select
        path,
        link,
        string_agg(
            name || chr(31) || person_ref || chr(31) || case when is_refused then 'refused' else 'left' end
            || chr(31) || cast(last_event_date as varchar),
            chr(30) order by is_refused asc, last_event_date desc, person_key asc
        ) as waiting_people
    from waiting
    group by path, link
),

limits as (
    select
        max(case when name = 'missing_link_rate' then cast(value as double) end) as missing_link_rate,
        max(case when name = 'missing_link_ratio' then cast(value as double) end) as missing_link_ratio,
        max(case when name = 'missing_link_alone_rate' then cast(value as double) end) as missing_link_alone_rate,
        max(case when name = 'leak_ratio' then cast(value as double) end) as leak_ratio,
        max(case when name = 'slow_ratio' then cast(value as double) end) as slow_ratio,
        max(case when name = 'slow_days' then cast(value as double) end) as slow_days,
        max(case when name = 'volume_rate_ratio' then cast(value as double) end) as volume_rate_ratio,
        max(case when name = 'volume_entry_ratio' then cast(value as double) end) as volume_entry_ratio,
        max(case when name = 'weeding_rate' then cast(value as double) end) as weeding_rate
    from cut_offs
)

select
    counted.path,
    counted.link_order,
    counted.link,
    counted.from_link,
    cast(counted.from_count as bigint) as from_count,
    cast(counted.reached_count as bigint) as reached_count,
    cast(counted.refused_count as bigint) as refused_count,
    cast(counted.left_count as bigint) as left_count,
    cast(counted.in_play_count as bigint) as in_play_count,
    cast(counted.resolved_count as bigint) as resolved_count,
    cast(counted.resolved_reached_count as bigint) as resolved_reached_count,
    cast(counted.resolved_left_count as bigint) as resolved_left_count,
    cast(counted.passed_count as bigint) as passed_count,
    cast(counted.passed_recorded_count as bigint) as passed_recorded_count,
    cast(counted.recent_count as bigint) as recent_count,
    cast(counted.recent_reached_count as bigint) as recent_reached_count,
    cast(counted.earlier_count as bigint) as earlier_count,
    cast(counted.earlier_reached_count as bigint) as earlier_reached_count,
    cast(counted.poor_left_count as bigint) as poor_left_count,
    cast(counted.known_left_count as bigint) as known_left_count,
    cast(counted.good_count as bigint) as good_count,
    cast(counted.good_reached_count as bigint) as good_reached_count,
    cast(counted.year_count as bigint) as year_count,
    date_diff('day', counted.first_from_date, cast($as_of as date)) as longest_age_days,
    coalesce(sale_values.value_count, 0) as value_count,
    sale_values.value_mean,
    sale_values.value_spread,
    days.day_counts,
    first_waiting.waiting_people,
    cast(sum(case when counted.link_order = 1 then counted.from_count else 0 end) over () as bigint) as person_count,
    cast($as_of as date) as as_of_date,
    cast($path as varchar) is null or counted.path = cast($path as varchar) as is_shown,
    limits.missing_link_rate,
    limits.missing_link_ratio,
    limits.missing_link_alone_rate,
    limits.leak_ratio,
    limits.slow_ratio,
    limits.slow_days,
    limits.volume_rate_ratio,
    limits.volume_entry_ratio,
    limits.weeding_rate
from counted
cross join limits
left join days on counted.path = days.path and counted.link = days.link
left join sale_values on counted.path = sale_values.path and counted.link_order = sale_values.link_order
left join first_waiting on counted.path = first_waiting.path and counted.link = first_waiting.link
order by counted.path, counted.link_order
