/*
title:   What kind of prospect each standing makes
grain:   one row per standing
parts:   axis_scores
returns: standing_key, prospect_kind, is_label_sure, sale_score, sale_low_score, sale_high_score, sale_known_rate, repeat_score,
         repeat_low_score, repeat_high_score, repeat_known_rate
source:  M17, docs/decisions/020, docs/decisions/071
*/
select
    standing_key,
    case
        when count(case when is_told then 1 end) < 2 then 'cant_tell'
        when bool_and(is_high) then 'opportunity'
        when bool_or(is_high and axis = 'sale') then 'easy_one_off'
        when bool_or(is_high) then 'nurture'
        else 'let_go'
    end as prospect_kind,
    not bool_or(is_open) as is_label_sure,
    max(case when axis = 'sale' then score end) as sale_score,
    max(case when axis = 'sale' then low_score end) as sale_low_score,
    max(case when axis = 'sale' then high_score end) as sale_high_score,
    max(case when axis = 'sale' then known_rate end) as sale_known_rate,
    max(case when axis = 'repeat' then score end) as repeat_score,
    max(case when axis = 'repeat' then low_score end) as repeat_low_score,
    max(case when axis = 'repeat' then high_score end) as repeat_high_score,
    max(case when axis = 'repeat' then known_rate end) as repeat_known_rate
from axis_scores
group by standing_key
