/*
title:    From link to link on each path
question: On each path, how many people reached each link, and what became of the others?
method:   M11, H1, H2, H4, H8
grain:    one row per path and link for people; one row per path and action where only counts are known
needs:    path_steps
uses:     leads, touches, deals, interactions, orders, customers, path_counts
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, kind, link_order, link, from_link, action, from_count, reached_count, refused_count, never_tried_count,
          no_answer_count, in_play_count, recorded_count, resolved_count, resolved_reached_count, conversion_rate,
          low_rate, high_rate, median_days, usual_days, spend_amount, person_count, sold_count, over_count, over_sold_count, customer_before_count
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

steps as (
    select
        path_steps.path,
        path_steps.link_order,
        path_steps.link,
        path_steps.from_link,
        path_steps.is_from_recorded,
        path_steps.step_days,
        usual_days.usual_days,
        coalesce(path_steps.reached_date <= cast($as_of as date), false) as is_reached,
        coalesce(path_steps.refused_date <= cast($as_of as date), false) as is_refused,
        coalesce(path_steps.reached_date <= cast($as_of as date) and path_steps.is_recorded, false) as is_recorded,
        date_diff(
            'day',
            case when path_steps.clock_date <= cast($as_of as date) then path_steps.clock_date else path_steps.from_date end,
            cast($as_of as date)
        ) > usual_days.usual_days as is_time_over
    from path_steps
    inner join usual_days on path_steps.path = usual_days.path and path_steps.link = usual_days.link
    where
        path_steps.is_first_path
        and path_steps.from_date <= cast($as_of as date)
        and (cast($period_start as date) is null or path_steps.entered_date >= cast($period_start as date))
        and (cast($period_end as date) is null or path_steps.entered_date < cast($period_end as date))
        and (cast($owner as varchar) is null or path_steps.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path_steps.path = cast($path as varchar))
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
        count(case when not is_reached and not is_refused and is_time_over then 1 end) as left_count,
        count(case when not is_reached and not is_refused and not is_time_over then 1 end) as in_play_count,
        count(case when is_recorded then 1 end) as recorded_count,
        count(case when is_time_over and is_from_recorded then 1 end) as resolved_count,
        count(case when is_time_over and is_from_recorded and is_reached then 1 end) as resolved_reached_count,
        median(case when is_reached then step_days end) as median_days,
        max(usual_days) as usual_days
    from steps
    group by path, link_order, link, from_link
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
        path,
        'persons' as kind,
        link_order,
        link,
        case when link_order > 1 then from_link end as from_link,
        cast(null as varchar) as action,
        case when link_order > 1 then from_count end as from_count,
        case when link_order > 1 then reached_count else from_count end as reached_count,
        case when link_order > 1 then refused_count end as refused_count,
        -- our own steps are never tried; an ask that we made gets no answer
        case when link in ('nurturing', 'ask') then left_count end as never_tried_count,
        case when link = 'sale' then left_count end as no_answer_count,
        case when link_order > 1 then in_play_count end as in_play_count,
        case when link_order > 1 then recorded_count end as recorded_count,
        case when link_order > 1 then resolved_count end as resolved_count,
        case when link_order > 1 then resolved_reached_count end as resolved_reached_count,
        case when link_order > 1 then median_days end as median_days,
        case when link_order > 1 then usual_days end as usual_days,
        cast(null as decimal(18, 2)) as spend_amount
    from counted
    union all
    select
        path, 'counts', case link when 'lead_generation' then 1 when 'nurturing' then 2 when 'ask' then 3 else 4 end,
        link, null, action, null, cast(sum(count) as bigint), null, null, null, null, null, null, null, null, null,
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
order by on_paths.kind desc, on_paths.path, on_paths.link_order, on_paths.action
