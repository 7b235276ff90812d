/*
title:   What changed for each prospect since the load before
grain:   one row per prospect whose label changed, or who is new, or who was one before and is not any more
needs:   prospect_marks, identities, people
returns: lead_id, person_key, name, change, kind_before, kind_now, sale_score_before, sale_score_now, repeat_score_before,
         repeat_score_now, marked_date_before
assumes: change is new, label, bought or left; the first load has nothing before it: its opportunities are listed as first
source:  M17
*/
with

before as (
    select
        prospect_marks_before.lead_id,
        prospect_marks_before.marked_date,
        prospect_marks_before.prospect_kind,
        prospect_marks_before.sale_score,
        prospect_marks_before.repeat_score
    from prospect_marks_before
),

counted as (
    select count(*) as before_count
    from before
),

compared as (
    select
        coalesce(prospect_marks.lead_id, before.lead_id) as lead_id,
        before.marked_date as marked_date_before,
        before.prospect_kind as kind_before,
        prospect_marks.prospect_kind as kind_now,
        before.sale_score as sale_score_before,
        prospect_marks.sale_score as sale_score_now,
        before.repeat_score as repeat_score_before,
        prospect_marks.repeat_score as repeat_score_now,
        prospect_marks.lead_id is not null as is_now
    from prospect_marks
    full join before on prospect_marks.lead_id = before.lead_id
)

select
    compared.lead_id,
    identities.person_key,
    people.name,
    case
        when counted.before_count = 0 then 'first'
        when not compared.is_now and people.is_customer then 'bought'
        when not compared.is_now then 'left'
        when compared.kind_before is null then 'new'
        else 'label'
    end as change,
    compared.kind_before,
    compared.kind_now,
    compared.sale_score_before,
    compared.sale_score_now,
    compared.repeat_score_before,
    compared.repeat_score_now,
    compared.marked_date_before
from compared
cross join counted
left join identities on identities.source_table = 'leads' and compared.lead_id = identities.source_ref
left join people on identities.person_key = people.person_key
where
    compared.kind_before is distinct from compared.kind_now
    and (counted.before_count > 0 or compared.kind_now = 'opportunity')
order by compared.lead_id
