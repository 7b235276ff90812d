/*
title:   Steps on the first path, and when each is due
grain:   one row per person and link that the person could reach next from where they had come
needs:   path_steps, path_step_kinds, data_span
returns: kind_key, person_key, entered_date, from_date, clock_date, first_due_date, due_date, reached_date, refused_date,
         step_days, sale_amount, last_event_date, state, is_time_over,
         standing_order, standing_rank
assumes: first_due_date is the day on which the usual time is over when counted from the link before, due_date when
         counted from the latest ask; the time is over from the day after; the most recently active first; state as of
         the last day: 0 reached, 1 refused, 2 neither, null when it lies ahead;
         standing_order as the states of funnel/people follow one another, null but for the one step at which a person stands
source:  M11, H4, docs/decisions/011
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

judged as (
    select
        path_step_kinds.kind_key,
        path_step_kinds.link_order,
        path_step_kinds.link,
        path_step_kinds.from_link,
        path_steps.person_key,
        path_steps.entered_date,
        path_steps.from_date,
        path_steps.clock_date,
        path_steps.from_date + cast(path_step_kinds.usual_days as integer) as first_due_date,
        path_steps.clock_date + cast(path_step_kinds.usual_days as integer) as due_date,
        path_steps.reached_date,
        path_steps.refused_date,
        cast(path_steps.step_days as integer) as step_days,
        path_steps.sale_amount,
        path_steps.last_event_date,
        cast(
            case
                when path_steps.from_date > spans.last_day then null
                when path_steps.reached_date <= spans.last_day then 0
                when path_steps.refused_date <= spans.last_day then 1
                else 2
            end as tinyint
        ) as state,
        spans.last_day
        > case when path_steps.clock_date <= spans.last_day then path_steps.clock_date else path_steps.from_date end
        + cast(path_step_kinds.usual_days as integer) as is_time_over
    from path_steps
    cross join spans
    inner join path_step_kinds
        on
            path_steps.link_order = path_step_kinds.link_order
            and path_steps.path = path_step_kinds.path
            and path_steps.is_from_recorded = path_step_kinds.is_from_recorded
            and path_steps.is_recorded = path_step_kinds.is_recorded
            and path_steps.is_passed = path_step_kinds.is_passed
            and path_steps.is_unplaced = path_step_kinds.is_unplaced
            and path_steps.owner is not distinct from path_step_kinds.owner
            and path_steps.fit is not distinct from path_step_kinds.fit
    where path_steps.is_first_path
),

standing as (
    select
        kind_key,
        person_key,
        entered_date,
        from_date,
        clock_date,
        first_due_date,
        due_date,
        reached_date,
        refused_date,
        step_days,
        sale_amount,
        last_event_date,
        state,
        is_time_over,
        cast(
            case
                when link_order = 1 or state is null then null
                when state = 0 then case when link = 'sale' then 7 end
                when state = 1 then 6
                when not is_time_over then 4
                when link = 'ask' then 1
                when link = 'nurturing' then 2
                when from_link = 'ask' then 3
                else 5
            end as tinyint
        ) as standing_order
    from judged
)

select
    *,
    row_number() over (
        order by standing_order asc nulls last, last_event_date desc, person_key asc, kind_key asc
    ) as standing_rank
from standing
-- as the questions list people: the first of a million are then found without looking at the others
order by standing_rank
