/*
title:    Need, willingness, resources
question: Which part of the pipeline is justified, and did deals with three yeses win more often?
method:   M18, H1, H2, H3, H5
grain:    one row per question and answer, then one per number of yeses
needs:    deals
uses:     leads, entries
parts:    answered_deals, next_questions
params:   $as_of date; $owner text or null; $path text or null
returns:  answer_order, topic, answer, open_count, open_amount, closed_count, won_count, won_rate, low_rate, high_rate,
          p_value, is_different, next_question, deal_count, deal_amount, justified_count, justified_amount,
          unknown_count, unknown_amount, refused_count, refused_amount, closed_deal_count, won_deal_count
absent:   next_question
summary:  deal_count, deal_amount, justified_count, justified_amount, unknown_count, unknown_amount, refused_count,
          refused_amount, closed_deal_count, won_deal_count
people:   prospects/unjustified_deals
assumes:  an answer written here comes before that of the file; justified = three yeses; refused = a no among the three; unknown =
          neither; win rate = won of won and lost, closed by the as-of day; money of deals without an amount counts as none
source:   exact test Fisher (1922), adjusted over all answers here, Benjamini and Hochberg (1995); docs/decisions/027
next_step: Ask the question that nobody asked before the next proposal.
*/
with

-- deals with the same answers together, before each of the four questions is asked of them
judged as (
    select
        need,
        willingness,
        resources,
        verdict,
        count(case when is_open then 1 end) as open_count,
        sum(case when is_open then amount end) as open_amount,
        count(case when is_closed then 1 end) as closed_count,
        count(case when is_won then 1 end) as won_count
    from answered_deals
    group by need, willingness, resources, verdict
),

answers as (
    select
        1 as topic_order,
        'need' as topic,
        need as answer,
        open_count,
        open_amount,
        closed_count,
        won_count
    from judged
    union all
    select
        2,
        'willingness',
        willingness,
        open_count,
        open_amount,
        closed_count,
        won_count
    from judged
    union all
    select
        3,
        'resources',
        resources,
        open_count,
        open_amount,
        closed_count,
        won_count
    from judged
    union all
    select
        4,
        'all three',
        verdict,
        open_count,
        open_amount,
        closed_count,
        won_count
    from judged
),

totals as (
    select
        cast(sum(open_count) as bigint) as deal_count,
        cast(sum(open_amount) as decimal(18, 2)) as deal_amount,
        cast(coalesce(sum(case when verdict = 'three yeses' then open_count end), 0) as bigint) as justified_count,
        cast(coalesce(sum(case when verdict = 'three yeses' then open_amount end), 0) as decimal(18, 2)) as justified_amount,
        cast(coalesce(sum(case when verdict = 'not all asked' then open_count end), 0) as bigint) as unknown_count,
        cast(coalesce(sum(case when verdict = 'not all asked' then open_amount end), 0) as decimal(18, 2)) as unknown_amount,
        cast(coalesce(sum(case when verdict = 'a no' then open_count end), 0) as bigint) as refused_count,
        cast(coalesce(sum(case when verdict = 'a no' then open_amount end), 0) as decimal(18, 2)) as refused_amount,
        cast(sum(closed_count) as bigint) as closed_deal_count,
        cast(sum(won_count) as bigint) as won_deal_count
    from judged
)

select
    row_number() over (
        order by
            answers.topic_order,
            case when answers.answer in ('yes', 'three yeses') then 1 when answers.answer in ('no', 'a no') then 3 else 2 end
    ) as answer_order,
    answers.topic,
    answers.answer,
    cast(sum(answers.open_count) as bigint) as open_count,
    cast(sum(answers.open_amount) as decimal(18, 2)) as open_amount,
    cast(sum(answers.closed_count) as bigint) as closed_count,
    cast(sum(answers.won_count) as bigint) as won_count,
    case when answers.answer not in ('yes', 'no') then max(next_questions.next_question) end as next_question,
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
left join next_questions on answers.topic = next_questions.attribute
group by answers.topic_order, answers.topic, answers.answer
order by answer_order
