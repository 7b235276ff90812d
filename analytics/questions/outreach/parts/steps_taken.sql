/*
title:   What came of the talk with each person of a campaign
grain:   one row per campaign and person with a talk, an upsell or an introduction
needs:   entries
returns: campaign, who, talked_date, talked_count, upsell_count, upsell, upsell_amount, name_count, names
assumes: several upsells or names of one person are joined, oldest first
source:  M3, docs/decisions/044
*/
select
    topic as campaign,
    coalesce(cast(person_key as varchar), source_table || ' ' || source_ref) as who,
    max(case when kind = 'talked' then cast(written_at as date) end) as talked_date,
    max(case when kind = 'talked' then 1 else 0 end) as talked_count,
    max(case when kind = 'upsell' then 1 else 0 end) as upsell_count,
    string_agg(case when kind = 'upsell' then note end, '; ' order by entry_id) as upsell,
    sum(case when kind = 'upsell' then cast(value as decimal(18, 2)) end) as upsell_amount,
    sum(case when kind = 'introduced' then 1 else 0 end) as name_count,
    string_agg(case when kind = 'introduced' then value end, '; ' order by entry_id) as names
from entries
where kind in ('talked', 'upsell', 'introduced')
group by topic, coalesce(cast(person_key as varchar), source_table || ' ' || source_ref)
