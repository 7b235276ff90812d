/*
title:    Where the funnel leaks
question: On each path, which link is missing, leaks or is slow, where do too few come in, and what does it cost a year?
method:   M12, M13, H1, H2, H4, H5, H9
grain:    one row per path and link; the row of lead generation judges the whole path, from entry to sale
needs:    leads or touches or deals
uses:     interactions, orders, customers
parts:    steps_now, steps_tallied, first_waiting, days_of_links, sale_values, funnel_limits, steps_judged
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, link_order, link, from_link, diagnosis, evidence, compared_with, from_count, reached_count,
          refused_count, never_tried_count, no_answer_count, in_play_count, unplaced_count, resolved_count, resolved_reached_count,
          conversion_rate, low_rate, high_rate, poor_left_count, known_left_count, good_count, good_reached_count,
          other_resolved_count, other_reached_count, other_rate, adjusted_p_value, median_days, low_days, high_days,
          other_days, year_count, rest_rate, low_amount, likely_amount, high_amount, needed_count, certainty,
          waiting_count, people, person_count, comparison_count
absent:   compared_with, never_tried_count, no_answer_count, low_amount, likely_amount, high_amount, needed_count, waiting_count
summary:  person_count, comparison_count
screen:   path, link, from_link, diagnosis, evidence, from_count, reached_count, conversion_rate, low_rate, high_rate,
          refused_count, never_tried_count, no_answer_count, in_play_count, median_days, other_rate, other_days,
          low_amount, likely_amount, high_amount, certainty, waiting_count
people:   funnel/people
money:    leads
assumes:  judged are people whose usual time is over and whose link before is on record; the other paths are pooled
          without the path itself; a path filter picks rows after the comparison; people newly brought to a link go on
          like those who came there before; a step at which lost leads may have been that cannot be placed (unplaced_count) is
          not judged; fit as in docs/decisions/013; value of a sale = its first order (the deal where there is no order)
source:   Fisher (1922); Benjamini and Hochberg (1995); Mann and Whitney (1947); cut-offs are our choice, docs/decisions/012
next_step: Start with the finding at the top and call the people behind it.
*/
with

counted as (
    select
        path,
        link_order,
        link,
        from_link,
        cast(sum(person_count) as bigint) as from_count,
        cast(sum(case when state = 0 then person_count else 0 end) as bigint) as reached_count,
        cast(sum(case when state = 1 then person_count else 0 end) as bigint) as refused_count,
        cast(sum(case when state = 2 and is_time_over then person_count else 0 end) as bigint) as left_count,
        cast(sum(case when state = 2 and not is_time_over then person_count else 0 end) as bigint) as in_play_count,
        cast(sum(case when is_resolved then person_count else 0 end) as bigint) as resolved_count,
        cast(sum(case when is_resolved and state = 0 then person_count else 0 end) as bigint) as resolved_reached_count,
        cast(sum(case when is_resolved and state = 2 then person_count else 0 end) as bigint) as resolved_left_count,
        cast(sum(case when is_resolved and state = 0 and is_passed then person_count else 0 end) as bigint)
            as passed_count,
        cast(sum(case when is_resolved and state = 0 and is_passed and is_recorded then person_count else 0 end) as bigint)
            as passed_recorded_count,
        cast(sum(case when is_resolved and age_years = 0 then person_count else 0 end) as bigint) as recent_count,
        cast(sum(case when is_resolved and age_years = 0 and state = 0 then person_count else 0 end) as bigint)
            as recent_reached_count,
        cast(sum(case when is_resolved and age_years = 1 then person_count else 0 end) as bigint) as earlier_count,
        cast(sum(case when is_resolved and age_years = 1 and state = 0 then person_count else 0 end) as bigint)
            as earlier_reached_count,
        cast(sum(case when is_resolved and state > 0 and fit = 'poor' then person_count else 0 end) as bigint)
            as poor_left_count,
        cast(sum(case when is_resolved and state > 0 and fit is not null then person_count else 0 end) as bigint)
            as known_left_count,
        cast(sum(case when is_resolved and fit = 'good' then person_count else 0 end) as bigint) as good_count,
        cast(sum(case when is_resolved and fit = 'good' and state = 0 then person_count else 0 end) as bigint)
            as good_reached_count,
        cast(sum(case when age_years = 0 then person_count else 0 end) as bigint) as year_count,
        cast(max(unplaced_count) as bigint) as unplaced_count,
        min(first_from_date) as first_from_date
    from steps_judged
    group by path, link_order, link, from_link
)

select
    counted.*,
    date_diff('day', counted.first_from_date, cast($as_of as date)) as longest_age_days,
    coalesce(sale_values.value_count, 0) as value_count,
    sale_values.value_mean,
    sale_values.value_spread,
    days_of_links.day_counts,
    first_waiting.waiting_people,
    cast(sum(case when counted.link_order = 1 then counted.from_count else 0 end) over () as bigint) as person_count,
    cast($path as varchar) is null or counted.path = cast($path as varchar) as is_shown,
    funnel_limits.*
from counted
cross join funnel_limits
left join days_of_links on counted.path = days_of_links.path and counted.link = days_of_links.link
-- the value of a sale belongs to the whole path
left join sale_values on counted.path = sale_values.path and counted.link_order = 1
left join first_waiting on counted.path = first_waiting.path and counted.link = first_waiting.link
order by counted.path, counted.link_order
