/*
title:   Where each deal stands
grain:   one row per deal, as its latest export has it
needs:   lead_states
parts:   deals_answered, answers_of_leads
returns: deal_id, person_key, name, owner, path, product, amount, stage_name, is_open, is_won, is_lost, opened_date,
         closed_date, need, need_proof, willingness, willingness_proof, resources, resources_proof, is_justified
assumes: the flags of the file come before those of the stage; a deal with a closing time that is neither won nor lost
         is not open; need, willingness and resources say yes or no first, then the proof after a colon; anything else
         is unknown; where the deal does not say, its lead's answer counts: that of the lead it names, else of the person's
         latest lead until it was opened, for the first deal since alone; a deal is justified only with three yeses
source:  M18
*/
select
    deals_answered.deal_id,
    deals_answered.person_key,
    deals_answered.name,
    deals_answered.owner,
    lead_states.path,
    deals_answered.product,
    deals_answered.amount,
    deals_answered.stage_name,
    not deals_answered.was_won and not deals_answered.was_lost and deals_answered.closed_at is null as is_open,
    deals_answered.was_won as is_won,
    deals_answered.was_lost as is_lost,
    cast(deals_answered.opened_at as date) as opened_date,
    cast(deals_answered.closed_at as date) as closed_date,
    coalesce(deals_answered.need_answer, answers_of_leads.need) as need,
    case
        when deals_answered.need_answer is not null
            then nullif(trim(substr(trim(deals_answered.need), length(deals_answered.need_answer) + 2)), '')
        else coalesce(answers_of_leads.need_proof, deals_answered.need)
    end as need_proof,
    coalesce(deals_answered.willingness_answer, answers_of_leads.willingness) as willingness,
    case
        when deals_answered.willingness_answer is not null
            then nullif(trim(substr(trim(deals_answered.willingness), length(deals_answered.willingness_answer) + 2)), '')
        else coalesce(answers_of_leads.willingness_proof, deals_answered.willingness)
    end as willingness_proof,
    coalesce(deals_answered.resources_answer, answers_of_leads.resources) as resources,
    case
        when deals_answered.resources_answer is not null
            then nullif(trim(substr(trim(deals_answered.resources), length(deals_answered.resources_answer) + 2)), '')
        else coalesce(answers_of_leads.resources_proof, deals_answered.resources)
    end as resources_proof,
    coalesce(deals_answered.need_answer, answers_of_leads.need, 'unknown') = 'yes'
    and coalesce(deals_answered.willingness_answer, answers_of_leads.willingness, 'unknown') = 'yes'
    and coalesce(deals_answered.resources_answer, answers_of_leads.resources, 'unknown') = 'yes' as is_justified
from deals_answered
left join lead_states on deals_answered.person_key = lead_states.person_key and lead_states.newness = 1
left join answers_of_leads on deals_answered.deal_id = answers_of_leads.deal_id and answers_of_leads.deal_place = 1
order by deals_answered.person_key, deals_answered.deal_id
