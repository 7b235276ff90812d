/*
title:   Open deals that are not justified
question: Which open deals lack a yes, and what should we ask each?
method:   M18, H3, H8
grain:    one row per open deal without three yeses, the largest first; at most 500
needs:    deals
uses:     leads, entries
params:   $as_of date; $owner text or null; $path text or null
returns:  deal_rank, deal_id, name, owner, stage_name, amount, need, willingness, resources, next_question, deal_count
absent:   next_question
summary:  deal_count
assumes:  an answer written here comes before that of the file; after a no there is nothing to ask
source:   docs/decisions/027
next_step: Ask the question beside each before another hour goes into a proposal.
*/
with

open_deals as (
    select
        deal_states.deal_id,
        deal_states.name,
        deal_states.owner,
        deal_states.stage_name,
        deal_states.amount,
        coalesce(written_answers.need, deal_states.need) as need,
        coalesce(written_answers.willingness, deal_states.willingness) as willingness,
        coalesce(written_answers.resources, deal_states.resources) as resources
    from deal_states
    left join written_answers on deal_states.person_key = written_answers.person_key
    where
        deal_states.is_open
        and (deal_states.opened_date is null or deal_states.opened_date <= cast($as_of as date))
        and (cast($owner as varchar) is null or deal_states.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or deal_states.path = cast($path as varchar))
),

unjustified as (
    select
        open_deals.*,
        case
            when open_deals.need = 'no' or open_deals.willingness = 'no' or open_deals.resources = 'no' then null
            when open_deals.need is null then 'need'
            when open_deals.willingness is null then 'willingness'
            else 'resources'
        end as asked
    from open_deals
    where not coalesce(need = 'yes' and open_deals.willingness = 'yes' and open_deals.resources = 'yes', false)
),

totals as (
    select count(*) as deal_count
    from unjustified
),

listed as (
    select *
    from unjustified
    order by amount desc nulls last, deal_id asc
    limit 500
),

asking as (
    select
        attribute,
        min(why) as next_question
    from score_points
    where axis = 'sale' and value_like is null
    group by attribute
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
    asking.next_question,
    totals.deal_count
from listed
cross join totals
left join asking on listed.asked = asking.attribute
order by deal_rank
