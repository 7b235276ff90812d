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

-- stacked and grouped, not joined: a condition over both sides of a join is what decision 006 is about
stacked as (
    select
        lead_id,
        marked_date,
        prospect_kind,
        sale_score,
        repeat_score,
        1 as is_now
    from prospect_marks
    union all
    select
        lead_id,
        marked_date,
        prospect_kind,
        sale_score,
        repeat_score,
        0
    from prospect_marks_before
),

compared as (
    select
        lead_id,
        max(case when is_now = 0 then marked_date end) as marked_date_before,
        max(case when is_now = 0 then prospect_kind end) as kind_before,
        max(case when is_now = 1 then prospect_kind end) as kind_now,
        max(case when is_now = 0 then sale_score end) as sale_score_before,
        max(case when is_now = 1 then sale_score end) as sale_score_now,
        max(case when is_now = 0 then repeat_score end) as repeat_score_before,
        max(case when is_now = 1 then repeat_score end) as repeat_score_now,
        max(is_now) = 1 as is_now
    from stacked
    group by lead_id
    having
        coalesce(max(case when is_now = 0 then prospect_kind end), '')
        <> coalesce(max(case when is_now = 1 then prospect_kind end), '')
),

counted as (
    select count(*) as before_count
    from prospect_marks_before
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
where counted.before_count > 0 or compared.kind_now = 'opportunity'
order by compared.lead_id
