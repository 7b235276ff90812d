/*
title:    This quarter against the last and a year ago
question: Does each link work better or worse than last quarter, and than in the same quarter a year ago?
method:   M11, M12, H1, H2, H4, H5
grain:    one row per link and quarter: this, the one before, the same a year ago
needs:    leads or touches or deals
uses:     interactions, orders
params:   $as_of date; $owner text or null; $path text or null
returns:  link_order, link, from_link, quarter_order, quarter, quarter_start, from_count, reached_count, refused_count,
          left_count, in_play_count, resolved_count, resolved_reached_count, conversion_rate, low_rate, high_rate,
          this_rate, difference_rate, low_difference_rate, high_difference_rate, adjusted_p_value, is_different,
          comparison_count
summary:  comparison_count
people:   funnel/people
money:    leads
assumes:  the quarter is that in which people came to the link before; rates are of people whose usual time is over and
          whose link before is on record, so of this quarter often few; the difference is this quarter less that one;
          whoever is in play is in neither
source:   Fisher (1922); Benjamini and Hochberg (1995); Newcombe (1998); docs/decisions/017
next_step: Where it got worse, ask what was done differently, and go back to it.
*/
with

spans as (
    select
        cast(date_trunc('quarter', cast($as_of as date)) as date) as this_start,
        cast(date_trunc('quarter', cast($as_of as date)) - interval 3 month as date) as last_start,
        cast(date_trunc('quarter', cast($as_of as date)) - interval 12 month as date) as year_ago_start,
        cast(date_trunc('quarter', cast($as_of as date)) - interval 9 month as date) as year_ago_end
),

steps as (
    select
        path_step_kinds.link_order,
        path_step_kinds.link,
        path_step_kinds.from_link,
        case
            when path_due_steps.from_date >= spans.this_start then 1
            when path_due_steps.from_date >= spans.last_start then 2
            when path_due_steps.from_date >= spans.year_ago_start and path_due_steps.from_date < spans.year_ago_end then 3
        end as quarter_order,
        case
            when path_due_steps.reached_date <= cast($as_of as date) then 0
            when path_due_steps.refused_date <= cast($as_of as date) then 1
            else 2
        end as state,
        cast($as_of as date) > case
            when path_due_steps.clock_date <= cast($as_of as date) then path_due_steps.due_date
            else path_due_steps.first_due_date
        end as is_time_over,
        path_step_kinds.is_from_recorded
    from path_due_steps
    inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
    cross join spans
    where
        path_due_steps.from_date <= cast($as_of as date)
        and path_due_steps.from_date >= spans.year_ago_start
        and (cast($owner as varchar) is null or path_step_kinds.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_step_kinds.path = cast($path as varchar))
)

select
    steps.link_order,
    steps.link,
    min(steps.from_link) as from_link,
    steps.quarter_order,
    case steps.quarter_order when 1 then 'this_quarter' when 2 then 'last_quarter' else 'a_year_ago' end as quarter,
    case steps.quarter_order
        when 1 then min(spans.this_start) when 2 then min(spans.last_start) else min(spans.year_ago_start)
    end as quarter_start,
    count(*) as from_count,
    count(case when steps.state = 0 then 1 end) as reached_count,
    count(case when steps.state = 1 then 1 end) as refused_count,
    count(case when steps.state = 2 and steps.is_time_over then 1 end) as left_count,
    count(case when steps.state = 2 and not steps.is_time_over then 1 end) as in_play_count,
    count(case when steps.is_time_over and steps.is_from_recorded then 1 end) as resolved_count,
    count(case when steps.is_time_over and steps.is_from_recorded and steps.state = 0 then 1 end) as resolved_reached_count
from steps
cross join spans
where steps.quarter_order is not null
group by steps.link_order, steps.link, steps.quarter_order
order by steps.link_order, steps.quarter_order
