/*
title:   What was said of each lead when it was first seen
grain:   one row per lead; what was said before stays as it was
needs:   prospect_cards, look_chances, sale_verdict, data_span, cut_offs
returns: lead_id, said_date, created_date, way, is_shown, win_rate, prospect_kind, sale_score, repeat_score
assumes: only leads seen within a month of coming in: of an older one that has not bought yet, the chance of coming in says
         too much; one prediction a lead, the first, so that nobody is graded twice
source:  M19, H7, docs/decisions/026
*/
with

spans as (
    select max(last_day) as last_day
    from data_span
),

limits as (
    select max(case when name = 'prediction_days' then cast(value as bigint) end) as prediction_days
    from cut_offs
),

said as (
    select
        prospect_cards.lead_id,
        spans.last_day as said_date,
        prospect_cards.created_date,
        sale_verdict.way,
        sale_verdict.is_shown,
        look_chances.win_rate,
        prospect_cards.prospect_kind,
        prospect_cards.sale_score,
        prospect_cards.repeat_score,
        date_diff('day', prospect_cards.created_date, spans.last_day) as age_days
    from prospect_cards
    cross join spans
    inner join look_chances on prospect_cards.look_key = look_chances.look_key
    inner join sale_verdict on sale_verdict.is_used
    where prospect_cards.lead_id is not null and prospect_cards.created_date is not null
)

select
    said.lead_id,
    said.said_date,
    said.created_date,
    said.way,
    said.is_shown,
    said.win_rate,
    said.prospect_kind,
    said.sale_score,
    said.repeat_score
from said
cross join limits
left join predictions_before on said.lead_id = predictions_before.lead_id
where predictions_before.lead_id is null and said.age_days >= 0 and said.age_days <= limits.prediction_days
union all
select
    lead_id,
    said_date,
    created_date,
    way,
    is_shown,
    win_rate,
    prospect_kind,
    sale_score,
    repeat_score
from predictions_before
order by lead_id
