/*
title:   Deals with the three answers
grain:   one row per deal of the files, and per open one that a talk left
needs:   deal_states, upsell_deals, written_answers, data_span
params:  $as_of date; $owner text or null; $path text or null
returns: deal_id, name, owner, stage_name, amount, is_open, is_won, is_closed, need, willingness, resources,
         is_justified, verdict
assumes: an answer written here comes before that of the file while the deal is open; unknown where nobody asked; whoever said
         in a talk what more they need has the need; what is written down after the last day of the data counts from that day on;
         verdict = three yeses, a no or not all asked; a deal that was closed after the day is open on it
plan:    not materialized: who sums up all of them reads few columns
source:  M3, M18, docs/decisions/027, 050
*/
with

watched as (
    select cast($as_of as date) >= max(last_day) as is_now
    from data_span
),

every_deal as (
    select
        deal_states.deal_id,
        deal_states.person_key,
        deal_states.name,
        deal_states.owner,
        deal_states.path,
        deal_states.stage_name,
        deal_states.amount,
        -- on the last day the file says it all: some write a day that lies ahead beside a deal that is won
        deal_states.is_open or coalesce(deal_states.closed_date > cast($as_of as date) and not watched.is_now, false) as is_open,
        deal_states.is_won and coalesce(deal_states.closed_date <= cast($as_of as date) or watched.is_now, true) as is_won,
        deal_states.is_lost and coalesce(deal_states.closed_date <= cast($as_of as date) or watched.is_now, true) as is_lost,
        deal_states.need,
        deal_states.willingness,
        deal_states.resources,
        deal_states.is_justified
    from deal_states
    cross join watched
    where deal_states.opened_date is null or deal_states.opened_date <= cast($as_of as date)
    union all
    select
        upsell_deals.deal_id,
        upsell_deals.person_key,
        upsell_deals.name,
        upsell_deals.owner,
        null,
        'Noted in a talk',
        upsell_deals.amount,
        true,
        false,
        false,
        'yes',
        null,
        null,
        false
    from upsell_deals
    cross join watched
    where upsell_deals.opened_date <= cast($as_of as date) or watched.is_now
),

answered as (
    select
        every_deal.deal_id,
        every_deal.name,
        every_deal.owner,
        every_deal.stage_name,
        every_deal.amount,
        every_deal.is_open,
        every_deal.is_won,
        every_deal.is_won or every_deal.is_lost as is_closed,
        coalesce(case when every_deal.is_open then written_answers.need end, every_deal.need, 'unknown') as need,
        coalesce(case when every_deal.is_open then written_answers.willingness end, every_deal.willingness, 'unknown')
            as willingness,
        coalesce(case when every_deal.is_open then written_answers.resources end, every_deal.resources, 'unknown')
            as resources,
        case
            when not every_deal.is_open or written_answers.person_key is null then every_deal.is_justified
            else
                coalesce(written_answers.need, every_deal.need, 'unknown') = 'yes'
                and coalesce(written_answers.willingness, every_deal.willingness, 'unknown') = 'yes'
                and coalesce(written_answers.resources, every_deal.resources, 'unknown') = 'yes'
        end as is_justified
    from every_deal
    left join written_answers on every_deal.person_key = written_answers.person_key
    where
        (cast($owner as varchar) is null or every_deal.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or every_deal.path = cast($path as varchar))
)

select
    deal_id,
    name,
    owner,
    stage_name,
    amount,
    is_open,
    is_won,
    is_closed,
    need,
    willingness,
    resources,
    is_justified,
    case
        when need = 'no' or willingness = 'no' or resources = 'no' then 'a no'
        when is_justified then 'three yeses'
        else 'not all asked'
    end as verdict
from answered
