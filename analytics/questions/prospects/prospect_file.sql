/*
title:    Touches so far
question: What happened with this prospect so far, and who did it?
method:   H8
grain:    one row per lead row, contact, talk, deal and entry, latest first; at most 300
needs:    leads or deals
uses:     touches, interactions, entries
parts:    chosen_prospect
params:   $as_of date; $prospect_id text or null (null: the best opportunity)
returns:  happened_date, kind, what, owner, note, name
absent:   note
summary:  name
assumes:  up to the as-of day, but for entries, which are written after it
source:   the rows as landed
nothing:  No meeting, talk or step of this prospect is in your files. A log of calls or of meetings, views and talks brings them.
next_step: Read what was said last before calling.
*/
with

told as (
    select
        lead_states.created_date as happened_date,
        'came in' as kind,
        coalesce(lead_states.path, 'unknown path') as what,
        lead_states.owner,
        lead_states.product as note
    from chosen_prospect
    inner join lead_states on chosen_prospect.person_key = lead_states.person_key
    union all
    select
        touch_rows.touched_date,
        'contact',
        coalesce(touch_kinds.action, touch_kinds.link) || coalesce(', ' || touch_kinds.path, ''),
        touch_rows.owner,
        touch_rows.content
    from chosen_prospect
    inner join touch_rows on chosen_prospect.person_key = touch_rows.person_key
    inner join touch_kinds on touch_rows.kind_key = touch_kinds.kind_key
    union all
    select
        cast(interactions.happened_at as date),
        'talk',
        coalesce(interactions.kind, 'talk') || coalesce(', ' || replace(interactions.outcome, '_', ' '), ''),
        interactions.owner,
        interactions.note
    from chosen_prospect
    inner join interactions on chosen_prospect.person_key = interactions.person_key
    union all
    select
        coalesce(deal_states.closed_date, deal_states.opened_date),
        case when deal_states.is_open then 'open deal' when deal_states.is_won then 'won deal' else 'lost deal' end,
        deal_states.name || ' (' || deal_states.stage_name || ')',
        deal_states.owner,
        cast(null as varchar)
    from chosen_prospect
    inner join deal_states on chosen_prospect.person_key = deal_states.person_key
    union all
    select
        cast(entries.written_at as date),
        'entry',
        entries.kind || coalesce(': ' || entries.value, ''),
        entries.written_by,
        entries.note
    from chosen_prospect
    inner join entries on chosen_prospect.person_key = entries.person_key
)

select
    told.happened_date,
    told.kind,
    told.what,
    told.owner,
    told.note,
    told_prospects.name
from told
cross join chosen_prospect
inner join told_prospects on chosen_prospect.person_key = told_prospects.person_key
where told.happened_date is null or told.kind = 'entry' or told.happened_date <= cast($as_of as date)
order by told.happened_date desc nulls last, told.kind asc, told.what asc
limit 300
