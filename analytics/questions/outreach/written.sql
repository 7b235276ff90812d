/*
title:   Who was written to, and what came of it
question: Whom did each campaign write to, what did they say, and what did they order since?
method:   M3
grain:    one row per campaign and person, the newest campaign first; at most 2,000
needs:    orders or customers or leads
uses:     entries
parts:    days_seen, letters_sent, ordered_since, steps_taken
params:   $as_of date
returns:  campaign, person_key, name, is_held_out, sent_date, talked_date, upsell, upsell_amount, name_count,
          names, order_count, revenue_amount, last_order_date
assumes:  as in outreach/results; several upsells or names of one person are joined, oldest first
source:   counted; docs/decisions/044
next_step: Call whoever has no day under talked.
*/
select
    letters_sent.campaign,
    letters_sent.person_key,
    coalesce(people.name, people.email, letters_sent.source_ref) as name,
    letters_sent.written_count = 0 as is_held_out,
    case when letters_sent.written_count = 1 then letters_sent.sent_date end as sent_date,
    steps_taken.talked_date,
    steps_taken.upsell,
    cast(steps_taken.upsell_amount as decimal(18, 2)) as upsell_amount,
    cast(coalesce(steps_taken.name_count, 0) as bigint) as name_count,
    steps_taken.names,
    -- null while the data ends before the letter: nobody's orders can be seen
    cast(case when days_seen.last_day > letters_sent.sent_date then coalesce(ordered_since.order_count, 0) end as bigint) as order_count,
    cast(case when days_seen.last_day > letters_sent.sent_date then coalesce(ordered_since.revenue_amount, 0) end as decimal(18, 2))
        as revenue_amount,
    ordered_since.last_order_date
from letters_sent
cross join days_seen
left join people on letters_sent.person_key = people.person_key
left join steps_taken on letters_sent.campaign = steps_taken.campaign and letters_sent.who = steps_taken.who
left join ordered_since on letters_sent.campaign = ordered_since.campaign and letters_sent.who = ordered_since.who
order by letters_sent.sent_date desc, letters_sent.campaign asc, letters_sent.written_count desc, letters_sent.who asc
limit 2000
