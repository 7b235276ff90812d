/*
title:   Deals that a talk left: what more a buyer needs
grain:   one row per upsell written down that is still open
needs:   entries, deal_states, customer_days
returns: deal_id, person_key, name, owner, amount, opened_date, campaign
assumes: whoever wrote it down owns it; it is open until it is taken back, until the customer orders on a later day, or while the
         pipeline has an open deal of theirs, or one that was opened on that day or later: that counts instead
source:  M3, docs/decisions/050
*/
with

pipeline as (
    select
        person_key,
        max(opened_date) as opened_date,
        max(case when is_open then 1 else 0 end) as open_count
    from deal_states
    group by person_key
),

-- a credit note is no order
ordered as (
    select
        entries.entry_id,
        max(customer_days.order_date) as order_date
    from entries
    inner join customer_days on entries.person_key = customer_days.person_key
    where entries.kind = 'upsell' and customer_days.order_count > 0
    group by entries.entry_id
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
left join pipeline on entries.person_key = pipeline.person_key
left join ordered on entries.entry_id = ordered.entry_id
where
    entries.kind = 'upsell'
    and entries.person_key > 0
    and coalesce(pipeline.open_count, 0) = 0
    and coalesce(pipeline.opened_date < cast(entries.written_at as date), true)
    and coalesce(ordered.order_date <= cast(entries.written_at as date), true)
