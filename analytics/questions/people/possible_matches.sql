/*
title:    Possible matches
question: Who may be one person that your files name twice?
method:   H8; docs/decisions/005
grain:    one row per pair of people that may be one, those with most revenue first; the first 500
needs:    customers or leads or orders or deals
uses:     people
returns:  one_name, other_name, reason, one_email, other_email, one_phone, other_phone, one_city, other_city,
          one_order_count, other_order_count, one_revenue_amount, other_revenue_amount,
          one_kind, one_ref, other_kind, other_ref, reason_order, reason_count, pair_count, both_buy_count, one_buys_count
summary:  pair_count, both_buy_count, one_buys_count
assumes:  a name stands with the company, which may be the name that both share; only a person can tell; until somebody does, they count as two;
          of several things that two share the one believed most is told (reason_order 1)
source:   docs/decisions/005
nothing:  No two records leave it open whether they are one person: there is nothing to decide.
next_step: Say of each whether it is one person or two; it can be taken back.
*/
with

believed as (
    select
        *,
        case
            when reason like 'same e-mail%' then 1
            when reason like 'same phone%' then 2
            when reason like 'same name and postcode%' then 3
            when reason like 'same name and town%' then 4
            when reason like 'same name%' then 5
            else 6
        end as reason_order
    from match_proposals
),

placed as (
    select
        *,
        row_number() over (
            partition by person_key_a, person_key_b
            order by reason_order, reason, one_kind, one_ref, other_kind, other_ref
        ) as place
    from believed
),

-- one pair of people may share several keys
pairs as (
    select *
    from placed
    where place = 1
),

told as (
    select
        ones.name || coalesce(', ' || nullif(ones.company, ones.name), '') as one_name,
        others.name || coalesce(', ' || nullif(others.company, others.name), '') as other_name,
        pairs.reason,
        ones.email as one_email,
        others.email as other_email,
        ones.phone as one_phone,
        others.phone as other_phone,
        ones.city as one_city,
        others.city as other_city,
        one_bought.order_count as one_order_count,
        other_bought.order_count as other_order_count,
        one_bought.revenue_amount as one_revenue_amount,
        other_bought.revenue_amount as other_revenue_amount,
        pairs.one_kind,
        pairs.one_ref,
        pairs.other_kind,
        pairs.other_ref,
        pairs.reason_order
    from pairs
    inner join people as ones
        on pairs.person_key_a = ones.person_key
    inner join people as others
        on pairs.person_key_b = others.person_key
    left join customer_ranks as one_bought
        on pairs.person_key_a = one_bought.person_key
    left join customer_ranks as other_bought
        on pairs.person_key_b = other_bought.person_key
),

counted as (
    select
        *,
        count(*) over () as pair_count,
        count(*) over (partition by reason) as reason_count,
        count(case when one_order_count > 0 and other_order_count > 0 then 1 end) over () as both_buy_count,
        count(case when (coalesce(one_order_count, 0) > 0) <> (coalesce(other_order_count, 0) > 0) then 1 end) over ()
            as one_buys_count
    from told
)

select
    one_name,
    other_name,
    reason,
    one_email,
    other_email,
    one_phone,
    other_phone,
    one_city,
    other_city,
    one_order_count,
    other_order_count,
    one_revenue_amount,
    other_revenue_amount,
    one_kind,
    one_ref,
    other_kind,
    other_ref,
    reason_order,
    reason_count,
    pair_count,
    both_buy_count,
    one_buys_count
from counted
order by
    coalesce(one_revenue_amount, 0) + coalesce(other_revenue_amount, 0) desc,
    one_kind asc,
    one_ref asc,
    other_kind asc,
    other_ref asc
limit 500
