/*
title:    Changes since the load before
question: Which prospects are new, changed their label, bought or left since the last load?
method:   M17, H8
grain:    one row per prospect that changed, up to opportunity first; at most 500, counts are of all
needs:    leads
uses:     orders, deals, touches, customers, referrals, entries
parts:    changes_told
returns:  change_rank, person_key, lead_id, name, change, kind_before, kind_now, sale_score_before, sale_score_now,
          repeat_score_before, repeat_score_now, marked_date_before, change_count, new_count, label_count, bought_count,
          left_count, to_opportunity_count, answer_count
listed_of: change_count
summary:  change_count, new_count, label_count, bought_count, left_count, to_opportunity_count, answer_count
assumes:  compared with the scores of the version before this one; the first load has nothing before it, so
          its opportunities are listed; an answer or a talk written down since the last day of the data changes a label at once
source:   docs/decisions/026
nothing:  Nothing has changed since the load before.
next_step: Call those who became opportunities.
*/
with

ranked as (
    select
        lead_id,
        person_key,
        name,
        change,
        kind_before,
        kind_now,
        sale_score_before,
        sale_score_now,
        repeat_score_before,
        repeat_score_now,
        marked_date_before,
        row_number() over (
            order by
                case when kind_now = 'opportunity' then 0 else 1 end asc,
                case change when 'label' then 0 when 'answer' then 0 when 'bought' then 1 when 'new' then 2 else 3 end asc,
                lead_id asc,
                person_key asc
        ) as change_rank
    from changes_told
),

totals as (
    select
        count(*) as change_count,
        count(case when change = 'new' then 1 end) as new_count,
        count(case when change = 'label' then 1 end) as label_count,
        count(case when change = 'bought' then 1 end) as bought_count,
        count(case when change = 'left' then 1 end) as left_count,
        count(case when kind_now = 'opportunity' and change <> 'first' then 1 end) as to_opportunity_count,
        count(case when change = 'answer' then 1 end) as answer_count
    from changes_told
)

select
    ranked.change_rank,
    ranked.person_key,
    ranked.lead_id,
    ranked.name,
    ranked.change,
    ranked.kind_before,
    ranked.kind_now,
    ranked.sale_score_before,
    ranked.sale_score_now,
    ranked.repeat_score_before,
    ranked.repeat_score_now,
    ranked.marked_date_before,
    totals.change_count,
    totals.new_count,
    totals.label_count,
    totals.bought_count,
    totals.left_count,
    totals.to_opportunity_count,
    totals.answer_count
from ranked
cross join totals
where ranked.change_rank <= 500
order by ranked.change_rank
