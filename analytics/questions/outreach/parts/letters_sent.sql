/*
title:   Who got a letter or was held out, by campaign
grain:   one row per campaign and person
needs:   entries
returns: campaign, who, person_key, source_ref, written_count (0: held out), sent_date
assumes: two records that turned out to be one person are one; somebody whose rows are gone still got a letter; whoever was
         called without a letter counts as written to
source:  M3, docs/decisions/044
*/
select
    topic as campaign,
    coalesce(cast(person_key as varchar), source_table || ' ' || source_ref) as who,
    max(person_key) as person_key,
    min(source_ref) as source_ref,
    -- whoever is held out stays so whatever happens: else the comparison is not one any more
    1 - max(case when kind = 'held_out' then 1 else 0 end) as written_count,
    min(cast(written_at as date)) as sent_date
from entries
where kind in ('sent', 'talked', 'held_out') and topic <> ''
group by topic, coalesce(cast(person_key as varchar), source_table || ' ' || source_ref)
