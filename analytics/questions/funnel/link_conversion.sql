/*
title:    From link to link on each path
question: On each path, how many people reached each link, and what became of the others?
method:   M11, H1, H2, H4, H8
grain:    one row per path and link for people; one row per path and action where only counts are known
needs:    leads or touches or deals or path_counts
uses:     interactions, orders, customers
parts:    steps_now, steps_tallied, median_days, open_counts, customers_before, steps_judged
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, kind, link_order, link, from_link, action, from_count, reached_count, refused_count, never_tried_count,
          no_answer_count, in_play_count, lost_count, unplaced_count, recorded_count, resolved_count, resolved_reached_count, conversion_rate,
          low_rate, high_rate, median_days, usual_days, spend_amount, person_count, sold_count, over_count, over_sold_count, customer_before_count
absent:   from_link, action, from_count, refused_count, never_tried_count, no_answer_count, in_play_count, lost_count, unplaced_count,
          recorded_count, resolved_count, resolved_reached_count, median_days, usual_days
summary:  person_count, sold_count, over_count, over_sold_count, customer_before_count
people:   funnel/people
money:    leads
assumes:  a person is on the path written beside the lead (else that of the first touch), with all that followed; period = day of that
          entry; resolved = the usual time since the link before is over and that link is on record; in play = the
          usual time is not over; whoever reached a later link has reached the ones before; lost = a status says so and may
          have overwritten a later link: no share is told of a step at which unplaced_count such leads may have been, more than
          a tenth of it
source:   Wilson (1927) for the range; docs/decisions/010 and 011
next_step: Open the people behind the longest bar of never tried, and ask the most recent ones first.
*/
with

-- the row of lead generation is the whole path, from entry to sale
counted as (
    select
        path,
        link_order,
        link,
        from_link,
        max(usual_days) as usual_days,
        cast(sum(person_count) as bigint) as from_count,
        cast(sum(case when state = 0 then person_count else 0 end) as bigint) as reached_count,
        cast(sum(case when state = 1 and not is_unplaced then person_count else 0 end) as bigint) as refused_count,
        cast(sum(case when state = 1 and is_unplaced then person_count else 0 end) as bigint) as lost_count,
        cast(max(unplaced_count) as bigint) as unplaced_count,
        cast(sum(case when state = 2 and is_time_over then person_count else 0 end) as bigint) as left_count,
        cast(sum(case when state = 2 and not is_time_over then person_count else 0 end) as bigint) as in_play_count,
        cast(sum(case when state = 0 and is_recorded then person_count else 0 end) as bigint) as recorded_count,
        cast(sum(case when is_resolved then person_count else 0 end) as bigint) as resolved_count,
        cast(sum(case when is_resolved and state = 0 then person_count else 0 end) as bigint) as resolved_reached_count
    from steps_judged
    where cast($path as varchar) is null or path = cast($path as varchar)
    group by path, link_order, link, from_link
),

steps as (
    select
        'persons' as kind,
        *
    from counted
    where link_order > 1
),

totals as (
    select
        cast(coalesce(sum(from_count), 0) as bigint) as person_count,
        cast(coalesce(sum(reached_count), 0) as bigint) as sold_count,
        cast(coalesce(sum(resolved_count), 0) as bigint) as over_count,
        cast(coalesce(sum(resolved_reached_count), 0) as bigint) as over_sold_count
    from counted
    where link_order = 1
),

bars as (
    select
        path,
        'persons' as kind,
        link_order,
        link,
        cast(null as varchar) as action,
        case when link_order = 1 then from_count else reached_count end as reached_count,
        cast(null as decimal(18, 2)) as spend_amount
    from counted
    union all
    select
        path,
        'counts',
        link_order,
        link,
        action,
        reached_count,
        spend_amount
    from open_counts
)

select
    bars.path,
    bars.kind,
    bars.link_order,
    bars.link,
    steps.from_link,
    bars.action,
    steps.from_count,
    bars.reached_count,
    steps.refused_count,
    -- our own steps are never tried; an ask that we made gets no answer
    case when steps.link <> 'sale' then steps.left_count end as never_tried_count,
    case when steps.link = 'sale' then steps.left_count end as no_answer_count,
    steps.in_play_count,
    steps.lost_count,
    steps.unplaced_count,
    steps.recorded_count,
    steps.resolved_count,
    steps.resolved_reached_count,
    median_days.median_days,
    steps.usual_days,
    bars.spend_amount,
    totals.*,
    customers_before.customer_before_count
from bars
cross join totals
cross join customers_before
left join steps on bars.kind = steps.kind and bars.path = steps.path and bars.link = steps.link
left join median_days on steps.path = median_days.path and steps.link = median_days.link
order by bars.kind desc, bars.path asc, bars.link_order asc, bars.action asc
