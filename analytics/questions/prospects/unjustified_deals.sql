/*
title:   Open deals that are not justified
question: Which open deals lack a yes, and what should we ask each?
method:   M18, H3, H8
grain:    one row per open deal without three yeses, the largest first; at most 500
needs:    deals
uses:     leads, entries
params:   $as_of date; $owner text or null; $path text or null
returns:  deal_rank, deal_id, name, owner, stage_name, amount, need, willingness, resources, next_question, deal_count
summary:  deal_count
assumes:  an answer written here comes before that of the file; after a no there is nothing to ask
source:   docs/decisions/027
next_step: Ask the question beside each before another hour goes into a proposal.
*/
with

said as (
    select
        entries.person_key,
        entries.kind,
        lower(trim(entries.value)) as value,
        row_number() over (partition by entries.person_key, entries.kind order by entries.entry_id desc) as newness
    from entries
    where entries.kind in ('need', 'willingness', 'resources') and entries.person_key > 0
),

latest as (
    select
        person_key,
        max(case when kind = 'need' then value end) as need,
        max(case when kind = 'willingness' then value end) as willingness,
        max(case when kind = 'resources' then value end) as resources
    from said
    where newness = 1
    group by person_key
),

open_deals as (
    select
        deal_states.deal_id,
        deal_states.name,
        deal_states.owner,
        deal_states.stage_name,
        deal_states.amount,
        coalesce(latest.need, deal_states.need) as need,
        coalesce(latest.willingness, deal_states.willingness) as willingness,
        coalesce(latest.resources, deal_states.resources) as resources
    from deal_states
    left join latest on deal_states.person_key = latest.person_key
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

asking as (
    select
        attribute,
        min(why) as next_question
    from score_points
    where axis = 'sale' and value_like is null
    group by attribute
)

select
    row_number() over (order by unjustified.amount desc nulls last, unjustified.deal_id asc) as deal_rank,
    unjustified.deal_id,
    unjustified.name,
    unjustified.owner,
    unjustified.stage_name,
    unjustified.amount,
    unjustified.need,
    unjustified.willingness,
    unjustified.resources,
    asking.next_question,
    count(*) over () as deal_count
from unjustified
left join asking on unjustified.asked = asking.attribute
order by deal_rank
limit 500
