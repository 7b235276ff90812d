/*
title:   What the last load changed of prospects, with what was written down since
grain:   one row per prospect with a change
needs:   prospect_changes, noted_prospects, prospect_cards, entries, data_span
returns: lead_id, person_key, name, change, kind_before, kind_now, sale_score_before, sale_score_now, repeat_score_before,
         repeat_score_now, marked_date_before
assumes: answer = a change that no file tells of, by what was written down since the last day of the data
source:  M17, docs/decisions/026
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
)

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
