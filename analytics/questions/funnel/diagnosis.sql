/*
title:    Where the funnel leaks
question: On each path, which link is missing, leaks or is slow, where do too few come in, and what does it cost a year?
method:   M12, M13, H1, H2, H4, H5, H9
grain:    one row per path and link; the row of lead generation judges the whole path, from entry to sale
needs:    path_steps
uses:     leads, touches, deals, interactions, orders, customers
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, link_order, link, from_link, diagnosis, evidence, compared_with, from_count, reached_count,
          refused_count, never_tried_count, no_answer_count, in_play_count, resolved_count, resolved_reached_count,
          conversion_rate, low_rate, high_rate, other_resolved_count, other_reached_count, other_rate, adjusted_p_value,
          median_days, low_days, high_days, other_days, year_count, rest_rate, low_amount, likely_amount, high_amount,
          needed_count, certainty, waiting_count, people, person_count, comparison_count
summary:  person_count, comparison_count
people:   funnel/people
money:    leads
assumes:  judged are people whose usual time is over and whose link before is on record; the other paths are pooled
          without the path itself; a path filter picks rows after the comparison; people newly brought to a link go on
          like those who came there before; value of a sale = its first order (the deal where there is no order)
source:   Fisher (1922); Benjamini and Hochberg (1995); Mann and Whitney (1947); cut-offs are our choice, docs/decisions/012
next_step: Start with the finding at the top and call the people behind it.
*/
with

steps as (
    select
        path_steps.person_key,
        path_steps.path,
        path_steps.link_order,
        path_steps.link,
        path_steps.from_link,
        path_steps.from_date,
        path_steps.is_recorded,
        path_steps.is_passed,
        path_steps.step_days,
        path_steps.sale_amount,
        path_steps.last_event_date,
        coalesce(path_steps.reached_date <= cast($as_of as date), false) as is_reached,
        coalesce(path_steps.refused_date <= cast($as_of as date), false) as is_refused,
        date_diff(
            'day',
            case when path_steps.clock_date <= cast($as_of as date) then path_steps.clock_date else path_steps.from_date end,
            cast($as_of as date)
        ) > usual_days.usual_days as is_time_over,
        path_steps.is_from_recorded,
        date_diff('day', path_steps.from_date, cast($as_of as date)) as age_days
    from path_steps
    inner join usual_days on path_steps.path = usual_days.path and path_steps.link = usual_days.link
    where
        path_steps.is_first_path
        and path_steps.from_date <= cast($as_of as date)
        and (cast($period_start as date) is null or path_steps.entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or path_steps.entered_date < cast($period_end as date))
        and (cast($owner as varchar) is null or path_steps.owner = cast($owner as varchar))
),

judged as (
    select
        *,
        is_time_over and is_from_recorded as is_resolved,
        not is_reached and not is_refused and is_time_over as is_left
    from steps
),

counted as (
    select
        path,
        link_order,
        link,
        from_link,
        count(*) as from_count,
        count(case when is_reached then 1 end) as reached_count,
        count(case when not is_reached and is_refused then 1 end) as refused_count,
        count(case when is_left then 1 end) as left_count,
        count(case when not is_reached and not is_refused and not is_time_over then 1 end) as in_play_count,
        count(case when is_resolved then 1 end) as resolved_count,
        count(case when is_resolved and is_reached then 1 end) as resolved_reached_count,
        count(case when is_resolved and is_left then 1 end) as resolved_left_count,
        count(case when is_resolved and is_reached and is_passed then 1 end) as passed_count,
        count(case when is_resolved and is_reached and is_passed and is_recorded then 1 end) as passed_recorded_count,
        count(case when is_resolved and age_days < 365 then 1 end) as recent_count,
        count(case when is_resolved and is_reached and age_days < 365 then 1 end) as recent_reached_count,
        count(case when is_resolved and age_days >= 365 and age_days < 730 then 1 end) as earlier_count,
        count(case when is_resolved and is_reached and age_days >= 365 and age_days < 730 then 1 end)
            as earlier_reached_count,
        count(case when age_days < 365 then 1 end) as year_count,
        max(age_days) as longest_age_days,
        count(case when is_reached and sale_amount > 0 then 1 end) as value_count,
        avg(case when is_reached and sale_amount > 0 then cast(sale_amount as double) end) as value_mean,
        stddev_samp(case when is_reached and sale_amount > 0 then cast(sale_amount as double) end) as value_spread
    from judged
    group by path, link_order, link, from_link
),

-- days of the step among those whose time is over: quick young ones alone would make every path look quick
day_counts as (
    select path, link, step_days, count(*) as person_count
    from judged
    where is_resolved and is_reached and step_days is not null
    group by path, link, step_days
),

link_days as (
    select
        link,
        step_days,
        sum(person_count) as person_count,
        sum(sum(person_count)) over (partition by link order by step_days) as up_to_count
    from day_counts
    group by link, step_days
),

link_ties as (
    select
        link,
        cast(sum(person_count) as bigint) as link_timed_count,
        sum(cast(person_count as double) * person_count * person_count - person_count) as tie_sum
    from link_days
    group by link
),

path_days as (
    select
        day_counts.path,
        day_counts.link,
        day_counts.step_days,
        day_counts.person_count,
        -- mid-ranks: equal days share their place
        day_counts.person_count * (link_days.up_to_count - (link_days.person_count - 1) / 2.0) as rank_sum,
        sum(day_counts.person_count) over (partition by day_counts.path, day_counts.link order by day_counts.step_days)
            as up_to_count,
        sum(day_counts.person_count) over (partition by day_counts.path, day_counts.link) as timed_count
    from day_counts
    inner join link_days on day_counts.link = link_days.link and day_counts.step_days = link_days.step_days
),

times as (
    select
        path,
        link,
        cast(max(timed_count) as bigint) as timed_count,
        cast(sum(rank_sum) as double) as rank_sum,
        min(case when up_to_count >= timed_count / 2.0 then step_days end) as median_days,
        -- 1.645: the order statistics that bound the median with 90 %
        min(case when up_to_count >= timed_count / 2.0 - 1.645 * sqrt(timed_count) / 2 then step_days end) as low_days,
        min(case when up_to_count >= timed_count / 2.0 + 1.645 * sqrt(timed_count) / 2 then step_days end) as high_days
    from path_days
    group by path, link
),

waiting as (
    select
        judged.path,
        judged.link,
        judged.person_key,
        judged.last_event_date,
        case when judged.is_refused then 'refused' else 'left' end as state,
        row_number() over (
            partition by judged.path, judged.link
            order by judged.is_refused, judged.last_event_date desc, judged.person_key
        ) as place
    from judged
    where judged.link_order > 1 and not judged.is_reached and (judged.is_left or judged.is_refused)
),

first_waiting as (
    select
        waiting.path,
        waiting.link,
        string_agg(
            people.name || chr(31) || coalesce(people.lead_id, people.customer_id, cast(people.person_key as varchar))
            || chr(31) || waiting.state || chr(31) || cast(waiting.last_event_date as varchar),
            chr(30) order by waiting.place
        ) as waiting_people
    from waiting
    inner join people on waiting.person_key = people.person_key
    where waiting.place <= 10
    group by waiting.path, waiting.link
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
        max(case when name = 'volume_entry_ratio' then cast(value as double) end) as volume_entry_ratio
    from cut_offs
)

select
    counted.*,
    times.timed_count,
    times.rank_sum,
    times.median_days,
    times.low_days,
    times.high_days,
    link_ties.link_timed_count,
    link_ties.tie_sum,
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
    limits.volume_entry_ratio
from counted
cross join limits
left join times on counted.path = times.path and counted.link = times.link
left join link_ties on counted.link = link_ties.link
left join first_waiting on counted.path = first_waiting.path and counted.link = first_waiting.link
order by counted.path, counted.link_order
