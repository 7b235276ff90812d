/*
title:   Deals as their latest export has them, with the yes or no of each answer
grain:   one row per deal
needs:   deals, stages
returns: the columns of deals, was_won, was_lost, need_answer, willingness_answer, resources_answer
assumes: of exports of one day the one that was uploaded last is all that a version holds of a deal; of its rows the last one of
         the last sheet counts; the flags of the file come before those of the stage; an answer says yes or no first; anything else is unknown
source:  M18
*/
with

latest as (
    select
        deals.*,
        row_number() over (
            partition by deals.deal_id
            order by deals.snapshot_date desc nulls last, deals.sheet desc nulls last, deals.row_number desc
        ) as newness
    from deals
),

flagged as (
    select
        latest.*,
        coalesce(latest.is_won, stages.is_won, false) as was_won,
        coalesce(latest.is_lost, stages.is_lost, false) and not coalesce(latest.is_won, stages.is_won, false) as was_lost,
        lower(split_part(latest.need, ':', 1)) as need_word,
        lower(split_part(latest.willingness, ':', 1)) as willingness_word,
        lower(split_part(latest.resources, ':', 1)) as resources_word
    from latest
    left join stages on lower(trim(latest.stage_name)) = lower(stages.stage_name)
    where latest.newness = 1
)

select
    flagged.*,
    case when flagged.need_word in ('yes', 'no') then flagged.need_word end as need_answer,
    case when flagged.willingness_word in ('yes', 'no') then flagged.willingness_word end as willingness_answer,
    case when flagged.resources_word in ('yes', 'no') then flagged.resources_word end as resources_answer
from flagged
