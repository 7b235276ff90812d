/*
title:   Where each deal stands
grain:   one row per deal, as its latest export has it
needs:   deals, stages, lead_states
returns: deal_id, person_key, name, owner, path, product, amount, stage_name, is_open, is_won, is_lost, opened_date,
         closed_date, need, need_proof, willingness, willingness_proof, resources, resources_proof, is_justified
assumes: the flags of the file come before those of the stage; a deal with a closing time that is neither won nor lost
         is not open; need, willingness and resources say yes or no first, then the proof after a colon; anything else
         is unknown; where the deal does not say, its lead's answer counts: that of the lead it names, else of the person's
         latest lead until it was opened, for the first deal since alone; a deal is justified only with three yeses
source:  M18
*/
with

latest as (
    select
        deals.*,
        row_number() over (partition by deals.deal_id order by deals.snapshot_date desc nulls last, deals.row_number desc) as newness
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
),

answered as (
    select
        flagged.*,
        case when flagged.need_word in ('yes', 'no') then flagged.need_word end as need_answer,
        case when flagged.willingness_word in ('yes', 'no') then flagged.willingness_word end as willingness_answer,
        case when flagged.resources_word in ('yes', 'no') then flagged.resources_word end as resources_answer
    from flagged
),

lead_rows as (
    select
        answered.deal_id,
        answered.opened_at,
        lead_states.person_key,
        lead_states.newness,
        row_number() over (partition by answered.deal_id order by lead_states.newness asc) as lead_place
    from answered
    inner join lead_states on answered.person_key = lead_states.person_key
    where
        case
            when answered.lead_id is not null then answered.lead_id = lead_states.lead_id
            else coalesce(lead_states.created_date <= cast(answered.opened_at as date), true)
        end
),

lead_answers as (
    select
        lead_rows.deal_id,
        lead_states.need,
        lead_states.need_proof,
        lead_states.willingness,
        lead_states.willingness_proof,
        lead_states.resources,
        lead_states.resources_proof,
        row_number() over (
            partition by lead_rows.person_key, lead_rows.newness
            order by lead_rows.opened_at asc, lead_rows.deal_id asc
        ) as deal_place
    from lead_rows
    inner join lead_states on lead_rows.person_key = lead_states.person_key and lead_rows.newness = lead_states.newness
    where lead_rows.lead_place = 1
)


select
    answered.deal_id,
    answered.person_key,
    answered.name,
    answered.owner,
    lead_states.path,
    answered.product,
    answered.amount,
    answered.stage_name,
    not answered.was_won and not answered.was_lost and answered.closed_at is null as is_open,
    answered.was_won as is_won,
    answered.was_lost as is_lost,
    cast(answered.opened_at as date) as opened_date,
    cast(answered.closed_at as date) as closed_date,
    coalesce(answered.need_answer, lead_answers.need) as need,
    case
        when answered.need_answer is not null
            then nullif(trim(substr(trim(answered.need), length(answered.need_answer) + 2)), '')
        else coalesce(lead_answers.need_proof, answered.need)
    end as need_proof,
    coalesce(answered.willingness_answer, lead_answers.willingness) as willingness,
    case
        when answered.willingness_answer is not null
            then nullif(trim(substr(trim(answered.willingness), length(answered.willingness_answer) + 2)), '')
        else coalesce(lead_answers.willingness_proof, answered.willingness)
    end as willingness_proof,
    coalesce(answered.resources_answer, lead_answers.resources) as resources,
    case
        when answered.resources_answer is not null
            then nullif(trim(substr(trim(answered.resources), length(answered.resources_answer) + 2)), '')
        else coalesce(lead_answers.resources_proof, answered.resources)
    end as resources_proof,
    coalesce(answered.need_answer, lead_answers.need, 'unknown') = 'yes'
    and coalesce(answered.willingness_answer, lead_answers.willingness, 'unknown') = 'yes'
    and coalesce(answered.resources_answer, lead_answers.resources, 'unknown') = 'yes' as is_justified
from answered
left join lead_states on answered.person_key = lead_states.person_key and lead_states.newness = 1
left join lead_answers on answered.deal_id = lead_answers.deal_id and lead_answers.deal_place = 1
order by answered.person_key, answered.deal_id
