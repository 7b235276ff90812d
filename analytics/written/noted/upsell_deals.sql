/*
title:   Deals that a talk left: what more a buyer needs
grain:   one row per upsell written down that is still open
needs:   entries, deals, customer_ranks
returns: deal_id, person_key, name, owner, amount, opened_date, campaign
assumes: whoever wrote it down owns it; it is open until it is taken back, until the customer orders on a later day, or until the
         pipeline has a deal of theirs that was opened on that day or later, which counts instead
source:  M3, docs/decisions/050
*/
with

pipeline as (
    select
        person_key,
        max(cast(opened_at as date)) as opened_date
    from deals
    group by person_key
)

select
    'talk-' || cast(entries.entry_id as varchar) as deal_id,
    entries.person_key,
    coalesce(entries.note, 'Needs more help') as name,
    entries.written_by as owner,
    try_cast(entries.value as decimal(18, 2)) as amount,
    cast(entries.written_at as date) as opened_date,
    entries.topic as campaign
from entries
left join pipeline
    on entries.person_key = pipeline.person_key and cast(entries.written_at as date) <= pipeline.opened_date
left join customer_ranks
    on entries.person_key = customer_ranks.person_key and cast(entries.written_at as date) < customer_ranks.last_order_date
where
    entries.kind = 'upsell'
    and entries.person_key > 0
    and pipeline.person_key is null
    and customer_ranks.person_key is null
