/*
title:   What came of each campaign, counted
grain:   one row per campaign
parts:   letters_sent, ordered_since, steps_taken
returns: campaign, first_sent_date, last_sent_date, written_count, talked_count, upsell_count, introducer_count,
         upsell_or_introduction_count, name_count, won_count, won_amount, held_out_count, held_out_won_count, held_out_amount
assumes: who was held out counts apart, whatever they did
source:  M3, docs/decisions/044
*/
select
    letters_sent.campaign,
    min(case when letters_sent.written_count = 1 then letters_sent.sent_date end) as first_sent_date,
    max(case when letters_sent.written_count = 1 then letters_sent.sent_date end) as last_sent_date,
    sum(letters_sent.written_count) as written_count,
    sum(letters_sent.written_count * coalesce(steps_taken.talked_count, 0)) as talked_count,
    sum(letters_sent.written_count * coalesce(steps_taken.upsell_count, 0)) as upsell_count,
    sum(case when letters_sent.written_count = 1 and steps_taken.name_count > 0 then 1 else 0 end) as introducer_count,
    sum(case when letters_sent.written_count = 1 and (steps_taken.upsell_count > 0 or steps_taken.name_count > 0) then 1 else 0 end)
        as upsell_or_introduction_count,
    sum(letters_sent.written_count * coalesce(steps_taken.name_count, 0)) as name_count,
    sum(case when letters_sent.written_count = 1 and ordered_since.order_count > 0 then 1 else 0 end) as won_count,
    sum(letters_sent.written_count * coalesce(ordered_since.revenue_amount, 0)) as won_amount,
    sum(1 - letters_sent.written_count) as held_out_count,
    sum(case when letters_sent.written_count = 0 and ordered_since.order_count > 0 then 1 else 0 end) as held_out_won_count,
    sum((1 - letters_sent.written_count) * coalesce(ordered_since.revenue_amount, 0)) as held_out_amount
from letters_sent
left join steps_taken on letters_sent.campaign = steps_taken.campaign and letters_sent.who = steps_taken.who
left join ordered_since on letters_sent.campaign = ordered_since.campaign and letters_sent.who = ordered_since.who
group by letters_sent.campaign
