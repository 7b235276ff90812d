/*
title:    Labels of your own
question: Where you overruled the score, who was right?
method:   H1, H7, M17
grain:    one row per person with a label of their own, the newest first
needs:    leads or deals
uses:     entries, customers
parts:    own_latest_labels
params:   $as_of date
returns:  person_key, lead_id, name, our_kind, own_kind, outcome, is_ours_right, is_own_right, reason, written_by, written_date,
          settled_count, ours_right_count, own_right_count, open_count
summary:  settled_count, ours_right_count, own_right_count, open_count
assumes:  opportunity and easy one-off say that somebody buys within sale_window_days, nurture and let go that they do not;
          settled = they ordered on a later day, or that time is over; our label is the one that stood when yours was
          written; only what was written last about a person counts
source:   docs/decisions/027
nothing:  Nobody has written a label of their own yet: where you know better, say so on the page of a prospect.
next_step: Trust whoever was right more often.
*/
with

limits as (
    select max(case when name = 'sale_window_days' then cast(value as integer) end) as window_days
    from cut_offs
),

bought as (
    select
        own_latest_labels.person_key,
        min(customer_days.order_date) as order_date
    from own_latest_labels
    inner join customer_days on own_latest_labels.person_key = customer_days.person_key
    where
        customer_days.order_date > own_latest_labels.own_written_date
        and customer_days.order_date <= cast($as_of as date)
    group by own_latest_labels.person_key
),

settled as (
    select
        said.person_key,
        said.our_kind,
        said.own_kind,
        said.own_reason as reason,
        said.own_written_by as written_by,
        said.own_written_date as written_date,
        case
            when date_diff('day', said.own_written_date, bought.order_date) <= limits.window_days then 'bought'
            when date_diff('day', said.own_written_date, cast($as_of as date)) > limits.window_days then 'not_bought'
            else 'in_play'
        end as outcome
    from own_latest_labels as said
    cross join limits
    left join bought on said.person_key = bought.person_key
),

graded as (
    select
        *,
        case
            when outcome <> 'in_play' and our_kind in ('opportunity', 'easy_one_off', 'nurture', 'let_go')
                then (our_kind in ('opportunity', 'easy_one_off')) = (outcome = 'bought')
        end as is_ours_right,
        case when outcome <> 'in_play' then (own_kind in ('opportunity', 'easy_one_off')) = (outcome = 'bought') end
            as is_own_right
    from settled
)

select
    graded.person_key,
    people.lead_id,
    people.name,
    graded.our_kind,
    graded.own_kind,
    graded.outcome,
    graded.is_ours_right,
    graded.is_own_right,
    graded.reason,
    graded.written_by,
    graded.written_date,
    count(case when graded.outcome <> 'in_play' then 1 end) over () as settled_count,
    count(case when graded.is_ours_right then 1 end) over () as ours_right_count,
    count(case when graded.is_own_right then 1 end) over () as own_right_count,
    count(case when graded.outcome = 'in_play' then 1 end) over () as open_count
from graded
inner join people on graded.person_key = people.person_key
order by graded.written_date desc, graded.person_key asc
