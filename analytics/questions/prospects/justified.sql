/*
title:    Need, willingness, resources
question: Which part of the pipeline is justified, and did deals with three yeses win more often?
method:   M18, H1, H2, H3, H5
grain:    one row per question and answer, then one per number of yeses
needs:    deals
uses:     leads, entries
params:   $as_of date; $owner text or null; $path text or null
returns:  answer_order, topic, answer, open_count, open_amount, closed_count, won_count, won_rate, low_rate, high_rate,
          p_value, is_different, next_question, deal_count, deal_amount, justified_count, justified_amount,
          unknown_count, unknown_amount, refused_count, refused_amount, closed_deal_count, won_deal_count
summary:  deal_count, deal_amount, justified_count, justified_amount, unknown_count, unknown_amount, refused_count,
          refused_amount, closed_deal_count, won_deal_count
people:   prospects/unjustified_deals
assumes:  an answer written here comes before that of the file; justified = three yeses; refused = a no among the three; unknown =
          neither; win rate = won of won and lost, closed by the as-of day; money of deals without an amount counts as none
source:   exact test Fisher (1922), adjusted over all answers here, Benjamini and Hochberg (1995); docs/decisions/027
next_step: Ask the question that nobody asked before the next proposal.
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

deals_now as (
    select
        deal_states.amount,
        deal_states.is_open,
        deal_states.is_won,
        deal_states.is_won or deal_states.is_lost as is_closed,
        case
            when deal_states.is_open then coalesce(latest.need, deal_states.need, 'unknown')
            else coalesce(deal_states.need, 'unknown')
        end as need,
        case
            when deal_states.is_open then coalesce(latest.willingness, deal_states.willingness, 'unknown')
            else coalesce(deal_states.willingness, 'unknown')
        end as willingness,
        case
            when deal_states.is_open then coalesce(latest.resources, deal_states.resources, 'unknown')
            else coalesce(deal_states.resources, 'unknown')
        end as resources
    from deal_states
    left join latest on deal_states.person_key = latest.person_key
    where
        (deal_states.opened_date is null or deal_states.opened_date <= cast($as_of as date))
        and (cast($owner as varchar) is null or deal_states.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or deal_states.path = cast($path as varchar))
),

judged as (
    select
        deals_now.*,
        case
            when deals_now.need = 'no' or deals_now.willingness = 'no' or deals_now.resources = 'no' then 'a no'
            when deals_now.need = 'yes' and deals_now.willingness = 'yes' and deals_now.resources = 'yes' then 'three yeses'
            else 'not all asked'
        end as verdict
    from deals_now
),

answers as (
    select
        1 as topic_order,
        'need' as topic,
        need as answer,
        amount,
        is_open,
        is_won,
        is_closed
    from judged
    union all
    select
        2,
        'willingness',
        willingness,
        amount,
        is_open,
        is_won,
        is_closed
    from judged
    union all
    select
        3,
        'resources',
        resources,
        amount,
        is_open,
        is_won,
        is_closed
    from judged
    union all
    select
        4,
        'all three',
        verdict,
        amount,
        is_open,
        is_won,
        is_closed
    from judged
),

totals as (
    select
        count(case when is_open then 1 end) as deal_count,
        cast(sum(case when is_open then amount end) as decimal(18, 2)) as deal_amount,
        count(case when is_open and verdict = 'three yeses' then 1 end) as justified_count,
        cast(coalesce(sum(case when is_open and verdict = 'three yeses' then amount end), 0) as decimal(18, 2))
            as justified_amount,
        count(case when is_open and verdict = 'not all asked' then 1 end) as unknown_count,
        cast(coalesce(sum(case when is_open and verdict = 'not all asked' then amount end), 0) as decimal(18, 2))
            as unknown_amount,
        count(case when is_open and verdict = 'a no' then 1 end) as refused_count,
        cast(coalesce(sum(case when is_open and verdict = 'a no' then amount end), 0) as decimal(18, 2))
            as refused_amount,
        count(case when is_closed then 1 end) as closed_deal_count,
        count(case when is_won then 1 end) as won_deal_count
    from judged
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
    row_number() over (
        order by
            answers.topic_order,
            case when answers.answer in ('yes', 'three yeses') then 1 when answers.answer in ('no', 'a no') then 3 else 2 end
    ) as answer_order,
    answers.topic,
    answers.answer,
    count(case when answers.is_open then 1 end) as open_count,
    cast(sum(case when answers.is_open then answers.amount end) as decimal(18, 2)) as open_amount,
    count(case when answers.is_closed then 1 end) as closed_count,
    count(case when answers.is_won then 1 end) as won_count,
    case when answers.answer not in ('yes', 'no') then max(asking.next_question) end as next_question,
    max(totals.deal_count) as deal_count,
    max(totals.deal_amount) as deal_amount,
    max(totals.justified_count) as justified_count,
    max(totals.justified_amount) as justified_amount,
    max(totals.unknown_count) as unknown_count,
    max(totals.unknown_amount) as unknown_amount,
    max(totals.refused_count) as refused_count,
    max(totals.refused_amount) as refused_amount,
    max(totals.closed_deal_count) as closed_deal_count,
    max(totals.won_deal_count) as won_deal_count
from answers
cross join totals
left join asking on answers.topic = asking.attribute
group by answers.topic_order, answers.topic, answers.answer
order by answer_order
