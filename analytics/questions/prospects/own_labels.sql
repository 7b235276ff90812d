/*
title:    Labels of your own
question: Where you overruled the score, who was right?
method:   H1, H7, M17
grain:    one row per person with a label of their own, the newest first
needs:    leads or deals
uses:     entries, customers
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

said as (
    select
        person_key,
        topic as our_kind,
        value as own_kind,
        note as reason,
        written_by,
        cast(written_at as date) as written_date,
        row_number() over (partition by person_key order by entry_id desc) as newness
    from entries
    where kind = 'override' and person_key > 0
),

bought as (
    select
        said.person_key,
        min(customer_days.order_date) as order_date
    from said
    inner join customer_days on said.person_key = customer_days.person_key
    where
        said.newness = 1
        and customer_days.order_date > said.written_date
        and customer_days.order_date <= cast($as_of as date)
    group by said.person_key
),

settled as (
    select
        said.person_key,
        said.our_kind,
        said.own_kind,
        said.reason,
        said.written_by,
        said.written_date,
        case
            when date_diff('day', said.written_date, bought.order_date) <= limits.window_days then 'bought'
            when date_diff('day', said.written_date, cast($as_of as date)) > limits.window_days then 'not_bought'
            else 'in_play'
        end as outcome
    from said
    cross join limits
    left join bought on said.person_key = bought.person_key
    where said.newness = 1
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
