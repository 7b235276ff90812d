/*
title:   Who introduced whom, and what became of it
grain:   one row per introducing customer and introduced person
needs:   path_events, customer_totals, first_orders
parts:   introduced_pairs
returns: referrer_person_key, referred_person_key, asked_date, given_date, is_in_ledger, is_contacted, was_customer, is_first, is_won,
         won_amount
assumes: from the list of introductions, and from leads and customers that name who referred them (is_in_ledger is false where
         only they do); contacted = a talk, an ask or a sale is on file; was_customer = ordered on a day before the introduction;
         won = ordered on its day or later; whom the own row among the customers says to be referred was won by it, and so was
         whoever ordered where no day of the introduction is known; won_amount is all their revenue so far, net; of several who
         introduced one person is_first is the earliest, by day and then by key, and totals count that one alone; nobody introduces
         themselves; a row that names nobody counts nowhere
source:  M8, docs/decisions/037
*/
with

contacted as (
    select path_events.person_key
    from path_events
    inner join introduced_pairs on path_events.person_key = introduced_pairs.referred_person_key
    where path_events.link in ('nurturing', 'ask', 'sale', 'no')
    group by path_events.person_key
),

dated as (
    select
        introduced_pairs.*,
        coalesce(introduced_pairs.given_date, introduced_pairs.asked_date) as introduced_date,
        first_orders.person_key is not null as has_ordered,
        not introduced_pairs.is_origin
        and coalesce(
            first_orders.first_order_date < coalesce(introduced_pairs.given_date, introduced_pairs.asked_date), false
        ) as was_customer
    from introduced_pairs
    left join first_orders on introduced_pairs.referred_person_key = first_orders.person_key
)

select
    dated.referrer_person_key,
    dated.referred_person_key,
    dated.asked_date,
    dated.given_date,
    dated.is_in_ledger,
    contacted.person_key is not null or dated.has_ordered as is_contacted,
    dated.was_customer,
    row_number() over earliest_first = 1 as is_first,
    dated.has_ordered and not dated.was_customer as is_won,
    cast(case when dated.has_ordered and not dated.was_customer then customer_totals.revenue_amount end as decimal(18, 2))
        as won_amount
from dated
left join contacted on dated.referred_person_key = contacted.person_key
left join customer_totals on dated.referred_person_key = customer_totals.person_key
window
    earliest_first as (
        partition by dated.referred_person_key
        order by dated.was_customer asc, dated.introduced_date asc nulls last, dated.referrer_person_key asc
    )
order by dated.referrer_person_key, dated.referred_person_key
