/*
title:    From link to link on each path
question: On each path, how many people reached each link, and what became of the others?
method:   M11, H1, H2, H4, H8
grain:    one row per path and link for people; one row per path and action where only counts are known
needs:    leads or touches or deals or path_counts
uses:     interactions, orders, customers
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, kind, link_order, link, from_link, action, from_count, reached_count, refused_count, never_tried_count,
          no_answer_count, in_play_count, recorded_count, resolved_count, resolved_reached_count, conversion_rate,
          low_rate, high_rate, median_days, usual_days, spend_amount, person_count, sold_count, over_count, over_sold_count, customer_before_count
absent:   from_link, action, from_count, refused_count, never_tried_count, no_answer_count, in_play_count, recorded_count,
          resolved_count, resolved_reached_count, median_days, usual_days
summary:  person_count, sold_count, over_count, over_sold_count, customer_before_count
people:   funnel/people
money:    leads
assumes:  a person is on the path written beside the lead (else that of the first touch), with all that followed; period = day of that
          entry; resolved = the usual time since the link before is over and that link is on record; in play = the
          usual time is not over; whoever reached a later link has reached the ones before
source:   Wilson (1927) for the range; docs/decisions/010 and 011
next_step: Open the people behind the longest bar of never tried, and ask the most recent ones first.
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

-- whole numbers only: 0 reached, 1 refused, 2 neither; the texts of a kind are read once it is counted
steps as (
    select
        kind_key,
        step_days,
        case
            when reached_date <= cast($as_of as date) then 0
            when refused_date <= cast($as_of as date) then 1
            else 2
        end as state,
        cast($as_of as date) > case when clock_date <= cast($as_of as date) then due_date else first_due_date end
            as is_time_over
    from path_due_steps
    cross join counted_now
    where
        from_date <= cast($as_of as date)
        and (cast($period_start as date) is null or entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or entered_date < cast($period_end as date))
),

kinds as (
    select *
    from path_step_kinds
    where
        (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

tallied as (
    select
        kind_key,
        state,
        is_time_over,
        step_days,
        person_count
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
        case when state = 0 then step_days end,
        count(*)
    from steps
    group by kind_key, state, is_time_over, case when state = 0 then step_days end
),

counted as (
    select
        kinds.path,
        kinds.link_order,
        kinds.link,
        kinds.from_link,
        cast(sum(tallied.person_count) as bigint) as from_count,
        cast(sum(case when state = 0 then tallied.person_count else 0 end) as bigint) as reached_count,
        cast(sum(case when state = 1 then tallied.person_count else 0 end) as bigint) as refused_count,
        cast(sum(case when state = 2 and is_time_over then tallied.person_count else 0 end) as bigint) as left_count,
        cast(sum(case when state = 2 and not is_time_over then tallied.person_count else 0 end) as bigint) as in_play_count,
        cast(sum(case when state = 0 and kinds.is_recorded then tallied.person_count else 0 end) as bigint) as recorded_count,
        cast(sum(case when is_time_over and kinds.is_from_recorded then tallied.person_count else 0 end) as bigint) as resolved_count,
        cast(sum(case when is_time_over and kinds.is_from_recorded and state = 0 then tallied.person_count else 0 end) as bigint) as resolved_reached_count,
        max(kinds.usual_days) as usual_days
    from tallied
    inner join kinds on tallied.kind_key = kinds.kind_key
    group by kinds.path, kinds.link_order, kinds.link, kinds.from_link
),

path_days as (
    select
        kinds.path,
        kinds.link,
        tallied.step_days,
        sum(sum(tallied.person_count)) over (partition by kinds.path, kinds.link order by tallied.step_days)
            as up_to_count,
        sum(sum(tallied.person_count)) over (partition by kinds.path, kinds.link) as timed_count
    from tallied
    inner join kinds on tallied.kind_key = kinds.kind_key
    where kinds.link_order > 1 and tallied.step_days is not null
    group by kinds.path, kinds.link, tallied.step_days
),

-- the middle day; of an even number the mean of the two middle ones
middles as (
    select
        path,
        link,
        (
            min(case when up_to_count * 2 >= timed_count then step_days end)
            + min(case when up_to_count * 2 > timed_count then step_days end)
        ) / 2.0 as median_days
    from path_days
    group by path, link
),

totals as (
    select
        sum(from_count) as person_count,
        sum(reached_count) as sold_count,
        sum(resolved_count) as over_count,
        sum(resolved_reached_count) as over_sold_count
    from counted
    where link_order = 1
),

customers_before as (
    select count(*) as customer_before_count
    from journeys
    where
        was_customer
        and is_first_path
        and entered_date <= cast($as_of as date)
        and (cast($period_start as date) is null or entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or entered_date < cast($period_end as date))
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

on_paths as (
    select
        counted.path,
        'persons' as kind,
        counted.link_order,
        counted.link,
        case when counted.link_order > 1 then counted.from_link end as from_link,
        cast(null as varchar) as action,
        case when counted.link_order > 1 then counted.from_count end as from_count,
        case when counted.link_order > 1 then counted.reached_count else counted.from_count end as reached_count,
        case when counted.link_order > 1 then counted.refused_count end as refused_count,
        -- our own steps are never tried; an ask that we made gets no answer
        case when counted.link in ('nurturing', 'ask') then counted.left_count end as never_tried_count,
        case when counted.link = 'sale' then counted.left_count end as no_answer_count,
        case when counted.link_order > 1 then counted.in_play_count end as in_play_count,
        case when counted.link_order > 1 then counted.recorded_count end as recorded_count,
        case when counted.link_order > 1 then counted.resolved_count end as resolved_count,
        case when counted.link_order > 1 then counted.resolved_reached_count end as resolved_reached_count,
        cast(middles.median_days as double) as median_days,
        case when counted.link_order > 1 then counted.usual_days end as usual_days,
        cast(null as decimal(18, 2)) as spend_amount
    from counted
    left join middles on counted.path = middles.path and counted.link = middles.link
    union all
    select
        path,
        'counts',
        case link when 'lead_generation' then 1 when 'nurturing' then 2 when 'ask' then 3 else 4 end,
        link,
        null,
        action,
        null,
        cast(sum(count) as bigint),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        sum(spend_amount)
    from path_periods
    where
        period_start <= cast($as_of as date)
        and (cast($period_start as date) is null or period_start >= cast($period_start as date))
        and (cast($period_end as date) is null or period_start < cast($period_end as date))
        and (cast($path as varchar) is null or path = cast($path as varchar))
        -- nobody owns a count
        and cast($owner as varchar) is null
    group by path, link, action
)

select
    on_paths.path,
    on_paths.kind,
    on_paths.link_order,
    on_paths.link,
    on_paths.from_link,
    on_paths.action,
    on_paths.from_count,
    on_paths.reached_count,
    on_paths.refused_count,
    on_paths.never_tried_count,
    on_paths.no_answer_count,
    on_paths.in_play_count,
    on_paths.recorded_count,
    on_paths.resolved_count,
    on_paths.resolved_reached_count,
    on_paths.median_days,
    on_paths.usual_days,
    on_paths.spend_amount,
    cast(coalesce(totals.person_count, 0) as bigint) as person_count,
    cast(coalesce(totals.sold_count, 0) as bigint) as sold_count,
    cast(coalesce(totals.over_count, 0) as bigint) as over_count,
    cast(coalesce(totals.over_sold_count, 0) as bigint) as over_sold_count,
    customers_before.customer_before_count
from on_paths
cross join totals
cross join customers_before
order by on_paths.kind desc, on_paths.path asc, on_paths.link_order asc, on_paths.action asc
