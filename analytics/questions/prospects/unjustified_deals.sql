/*
title:    Open deals that are not justified
question: Which open deals lack a yes, and what should we ask each?
method:   M18, H3, H8
grain:    one row per open deal without three yeses, the largest first; at most 500
needs:    deals
uses:     leads, entries
parts:    answered_deals, pipeline_totals, next_questions
params:   $as_of date; $owner text or null; $path text or null
returns:  deal_rank, deal_id, name, owner, stage_name, amount, need, willingness, resources, next_question,
          unjustified_count, deal_count, deal_amount, justified_count, justified_amount, closed_deal_count, won_deal_count,
          closed_justified_count, won_justified_count
absent:   next_question
listed_of: unjustified_count
summary:  unjustified_count, deal_count, deal_amount, justified_count, justified_amount, closed_deal_count, won_deal_count,
          closed_justified_count, won_justified_count
assumes:  an answer written here comes before that of the file; after a no there is nothing to ask
source:   docs/decisions/027
next_step: Ask the question beside each before another hour goes into a proposal.
*/
with

unjustified as (
    select
        deal_id,
        name,
        owner,
        stage_name,
        amount,
        nullif(need, 'unknown') as need,
        nullif(willingness, 'unknown') as willingness,
        nullif(resources, 'unknown') as resources,
        case
            when verdict = 'a no' then null
            when need = 'unknown' then 'need'
            when willingness = 'unknown' then 'willingness'
            else 'resources'
        end as asked
    from answered_deals
    where is_open and not is_justified
),

listed as (
    select *
    from unjustified
    order by amount desc nulls last, deal_id asc
    limit 500
)

select
    row_number() over (order by listed.amount desc nulls last, listed.deal_id asc) as deal_rank,
    listed.deal_id,
    listed.name,
    listed.owner,
    listed.stage_name,
    listed.amount,
    listed.need,
    listed.willingness,
    listed.resources,
    next_questions.next_question,
    pipeline_totals.deal_count - pipeline_totals.justified_count as unjustified_count,
    pipeline_totals.deal_count,
    pipeline_totals.deal_amount,
    pipeline_totals.justified_count,
    pipeline_totals.justified_amount,
    pipeline_totals.closed_deal_count,
    pipeline_totals.won_deal_count,
    pipeline_totals.closed_justified_count,
    pipeline_totals.won_justified_count
from listed
cross join pipeline_totals
left join next_questions on listed.asked = next_questions.attribute
order by deal_rank
