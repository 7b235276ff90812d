/*
title:    Changes since the load before
question: Which prospects are new, changed their label, bought or left since the last load?
method:   M17, H8
grain:    one row per prospect that changed, up to opportunity first; at most 500, counts are of all
needs:    leads
uses:     orders, deals, touches, customers, referrals, entries
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

answered as (
    select
        entries.person_key,
        max(cast(entries.written_at as date)) as written_date
    from entries
    where entries.kind in ('need', 'willingness', 'resources', 'talked') and entries.person_key > 0
    group by entries.person_key
),

loads as (
    select
        spans.last_day,
        firsts.first_count
    from (
        select max(last_day) as last_day
        from data_span
    ) as spans
    cross join (
        select count(case when change = 'first' then 1 end) as first_count
        from prospect_changes
    ) as firsts
),

-- what the files changed, with what was written down since; then what only that changed
changed as (
    select
        prospect_changes.lead_id,
        prospect_changes.person_key,
        prospect_changes.name,
        prospect_changes.change,
        prospect_changes.kind_before,
        coalesce(noted_prospects.prospect_kind, prospect_changes.kind_now) as kind_now,
        prospect_changes.sale_score_before,
        coalesce(noted_prospects.sale_score, prospect_changes.sale_score_now) as sale_score_now,
        prospect_changes.repeat_score_before,
        coalesce(noted_prospects.repeat_score, prospect_changes.repeat_score_now) as repeat_score_now,
        prospect_changes.marked_date_before
    from prospect_changes
    left join noted_prospects on prospect_changes.person_key = noted_prospects.person_key
    where
        noted_prospects.person_key is null
        or (prospect_changes.change = 'first' and noted_prospects.prospect_kind = 'opportunity')
        or (
            prospect_changes.change <> 'first'
            and noted_prospects.prospect_kind is distinct from prospect_changes.kind_before
        )
    union all
    select
        prospect_cards.lead_id,
        prospect_cards.person_key,
        prospect_cards.name,
        'answer',
        prospect_cards.prospect_kind as kind_before,
        noted_prospects.prospect_kind as kind_now,
        prospect_cards.sale_score as sale_score_before,
        noted_prospects.sale_score as sale_score_now,
        prospect_cards.repeat_score as repeat_score_before,
        noted_prospects.repeat_score as repeat_score_now,
        loads.last_day
    from noted_prospects
    inner join prospect_cards on noted_prospects.person_key = prospect_cards.person_key
    inner join answered on noted_prospects.person_key = answered.person_key
    inner join loads on loads.first_count = 0 and answered.written_date >= loads.last_day
    left join prospect_changes on noted_prospects.person_key = prospect_changes.person_key
    where prospect_changes.person_key is null and noted_prospects.prospect_kind <> prospect_cards.prospect_kind
),

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
    from changed
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
    from changed
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
