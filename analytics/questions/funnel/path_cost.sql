/*
title:    What each path costs
question: What does a lead, an asked person, a customer and a repeat customer cost on each path whose spend is known?
method:   M15, H1, H2, H3
grain:    one row per path with a spend and result, the largest spend first
needs:    path_counts
uses:     leads, touches, deals, orders
parts:    spends, spends_brought
params:   $as_of date; $period_start date or null; $period_end date or null; $path text or null
returns:  path, result_order, result, spend_amount, spend_from_date, person_count, low_amount, cost_amount, high_amount,
          in_play_count, total_spend_amount
summary:  total_spend_amount
people:   funnel/people
money:    path_counts.spend_amount = total_spend_amount
assumes:  people are those who came in on the path since its first spend in the period; deal = asked or with a deal on
          record; repeat = ordered again on a later day; who came in lately may still buy, which makes the cost of a
          customer look high; what your own time costs is not in the spend; under 10 people there is no cost for one
source:   range of a count, Garwood (1936); docs/decisions/015
next_step: Compare the cost of a repeat customer with what one is worth, and move money to the path where it is lowest.
*/
with

results as (
    select
        path,
        1 as result_order,
        'lead' as result,
        lead_count as person_count,
        cast(0 as bigint) as in_play_count
    from spends_brought
    union all
    select
        path,
        2,
        'deal',
        deal_count,
        in_play_count
    from spends_brought
    union all
    select
        path,
        3,
        'customer',
        customer_count,
        in_play_count
    from spends_brought
    union all
    select
        path,
        4,
        'repeat_customer',
        repeat_count,
        in_play_count
    from spends_brought
),

totals as (
    select cast(sum(spend_amount) as decimal(18, 2)) as total_spend_amount
    from spends
    where cast($path as varchar) is null or path = cast($path as varchar)
)

select
    results.path,
    results.result_order,
    results.result,
    cast(spends.spend_amount as decimal(18, 2)) as spend_amount,
    spends.spend_from_date,
    cast(results.person_count as bigint) as person_count,
    cast(results.in_play_count as bigint) as in_play_count,
    totals.total_spend_amount
from results
inner join spends on results.path = spends.path
cross join totals
where cast($path as varchar) is null or results.path = cast($path as varchar)
order by spends.spend_amount desc, results.path asc, results.result_order asc
