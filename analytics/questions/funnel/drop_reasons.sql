/*
title:    Why people drop
question: At each link, which people go on clearly less often than the others, and how much less?
method:   M12, H1, H2, H4, H5
grain:    one row per link, attribute and value with ten people or more whose time is over, the surest difference first
needs:    leads or touches or deals
uses:     interactions, orders
parts:    published, drops_counted
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  link_order, link, from_link, attribute, value, resolved_count, reached_count, conversion_rate, low_rate,
          high_rate, other_resolved_count, other_reached_count, other_rate, difference_rate, low_difference_rate,
          high_difference_rate, adjusted_p_value, is_different, comparison_count, resolved_sum
summary:  comparison_count, resolved_sum
people:   funnel/drop_people
money:    leads
assumes:  the value against all others of whom the attribute is known; tested from 30
          people on each side; a value may differ because of something that goes with it, such as its path
source:   Fisher (1922); Benjamini and Hochberg (1995); range of a difference, Newcombe (1998), method 10; docs/decisions/016
next_step: Change one thing for the people at the top, and look again when their usual time is over.
*/
with

-- what was counted when the version was published, or what is counted now: one of the two has no rows
tallied as (
    select drop_counts.*
    from drop_counts
    cross join published
    union all
    select drops_counted.*
    from drops_counted
),

chosen as (
    select
        link_order,
        link,
        from_link,
        attribute,
        value_key,
        min(value) as value,
        sum(resolved_count) as resolved_count,
        sum(reached_count) as reached_count
    from tallied
    where
        (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
    group by link_order, link, from_link, attribute, value_key
),

known as (
    select
        link_order,
        attribute,
        sum(resolved_count) as resolved_count,
        sum(reached_count) as reached_count
    from chosen
    group by link_order, attribute
),

everybody as (
    select max(resolved_count) as resolved_sum
    from known
)

select
    chosen.link_order,
    chosen.link,
    chosen.from_link,
    chosen.attribute,
    chosen.value,
    cast(chosen.resolved_count as bigint) as resolved_count,
    cast(chosen.reached_count as bigint) as reached_count,
    cast(known.resolved_count - chosen.resolved_count as bigint) as other_resolved_count,
    cast(known.reached_count - chosen.reached_count as bigint) as other_reached_count,
    cast(everybody.resolved_sum as bigint) as resolved_sum
from chosen
inner join known on chosen.link_order = known.link_order and chosen.attribute = known.attribute
cross join everybody
where chosen.resolved_count >= 10
order by chosen.link_order, chosen.attribute, chosen.value_key
