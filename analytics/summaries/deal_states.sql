/*
title:   Where each deal stands
grain:   one row per deal, as its latest export has it
needs:   deals, stages, lead_states
returns: deal_id, person_key, name, owner, path, product, amount, stage_name, is_open, is_won, is_lost, opened_date,
         closed_date, need, need_proof, willingness, willingness_proof, resources, resources_proof, is_justified
assumes: the flags of the file come before those of the stage; a deal with a closing time that is neither won nor lost
         is not open; need, willingness and resources say yes or no first, then the proof after a colon; anything else
         is unknown; where the deal does not say, what the person's lead row says counts; a deal is justified only
         with three yeses
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
        lower(trim(latest.need)) as need_words,
        lower(trim(latest.willingness)) as willingness_words,
        lower(trim(latest.resources)) as resources_words
    from latest
    left join stages on lower(trim(latest.stage_name)) = lower(stages.stage_name)
    where latest.newness = 1
),

answered as (
    select
        flagged.*,
        case
            when flagged.need_words = 'yes' or flagged.need_words like 'yes:%' then 'yes'
            when flagged.need_words = 'no' or flagged.need_words like 'no:%' then 'no'
        end as need_answer,
        case
            when flagged.willingness_words = 'yes' or flagged.willingness_words like 'yes:%' then 'yes'
            when flagged.willingness_words = 'no' or flagged.willingness_words like 'no:%' then 'no'
        end as willingness_answer,
        case
            when flagged.resources_words = 'yes' or flagged.resources_words like 'yes:%' then 'yes'
            when flagged.resources_words = 'no' or flagged.resources_words like 'no:%' then 'no'
        end as resources_answer
    from flagged
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
    coalesce(answered.need_answer, lead_states.need) as need,
    case
        when answered.need_answer is not null
            then nullif(trim(substr(trim(answered.need), length(answered.need_answer) + 2)), '')
        else coalesce(lead_states.need_proof, answered.need)
    end as need_proof,
    coalesce(answered.willingness_answer, lead_states.willingness) as willingness,
    case
        when answered.willingness_answer is not null
            then nullif(trim(substr(trim(answered.willingness), length(answered.willingness_answer) + 2)), '')
        else coalesce(lead_states.willingness_proof, answered.willingness)
    end as willingness_proof,
    coalesce(answered.resources_answer, lead_states.resources) as resources,
    case
        when answered.resources_answer is not null
            then nullif(trim(substr(trim(answered.resources), length(answered.resources_answer) + 2)), '')
        else coalesce(lead_states.resources_proof, answered.resources)
    end as resources_proof,
    coalesce(answered.need_answer, lead_states.need, 'unknown') = 'yes'
    and coalesce(answered.willingness_answer, lead_states.willingness, 'unknown') = 'yes'
    and coalesce(answered.resources_answer, lead_states.resources, 'unknown') = 'yes' as is_justified
from answered
left join lead_states on answered.person_key = lead_states.person_key and lead_states.newness = 1
order by answered.person_key, answered.deal_id
