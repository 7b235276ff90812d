/*
title:   What else is on file
question: Which deals, scores, introductions and contacts of this customer are on file?
method:   H8
grain:    one row per deal, score, introduction, contact and entry, latest first; at most 300
needs:    deals or feedback or referrals or touches or interactions or leads
uses:     customers, orders, entries
parts:    chosen_customer
params:   $as_of date; $customer_id text or null (null: the customer with most revenue)
returns:  happened_date, kind, what, deal_amount, owner, note
absent:   deal_amount, note
assumes:  up to the as-of day, but for what is written down after the last day of the data; a row without a day stands last
source:   the rows as landed
nothing:  No deal, score, introduction or contact of this customer is in your files. They stand there under another number, e-mail or
          name, perhaps: One person or two asks about those that may be the same.
next_step: Read what was said last before calling.
*/
with

watched as (
    select cast($as_of as date) >= max(last_day) as is_now
    from data_span
),

told as (
    select
        coalesce(deal_states.closed_date, deal_states.opened_date) as happened_date,
        case when deal_states.is_open then 'open deal' when deal_states.is_won then 'won deal' else 'lost deal' end as kind,
        deal_states.name || ' (' || deal_states.stage_name || ')' as what,
        deal_states.amount,
        deal_states.owner,
        cast(null as varchar) as note
    from chosen_customer
    inner join deal_states on chosen_customer.person_key = deal_states.person_key
    union all
    select
        upsell_deals.opened_date,
        'open deal',
        upsell_deals.name || ' (noted in the talk: ' || upsell_deals.campaign || ')',
        upsell_deals.amount,
        upsell_deals.owner,
        null
    from chosen_customer
    inner join upsell_deals on chosen_customer.person_key = upsell_deals.person_key
    union all
    select
        cast(feedback.given_at as date),
        'score',
        rtrim(rtrim(cast(cast(feedback.score as double) as varchar), '0'), '.')
        || coalesce(' (scale ' || feedback.scale || ')', ''),
        null,
        null,
        feedback.comment
    from chosen_customer
    inner join feedback on chosen_customer.person_key = feedback.person_key
    union all
    select
        coalesce(told_introductions.given_date, told_introductions.asked_date),
        'name given',
        coalesce(people.name, people.email, people.customer_id, told_introductions.referred_name),
        told_introductions.won_amount,
        null,
        case
            when told_introductions.was_customer then 'was a customer before'
            when told_introductions.is_won and told_introductions.is_first then 'became a customer'
            when told_introductions.is_won then 'became a customer; somebody else had named them earlier'
            else 'not a customer yet'
        end
    from chosen_customer
    inner join told_introductions on chosen_customer.person_key = told_introductions.referrer_person_key
    left join people on told_introductions.referred_person_key = people.person_key
    union all
    select
        coalesce(told_introductions.given_date, told_introductions.asked_date),
        'introduction',
        'by ' || coalesce(people.name, people.email, people.customer_id),
        null,
        null,
        null
    from chosen_customer
    inner join told_introductions on chosen_customer.person_key = told_introductions.referred_person_key
    inner join people on told_introductions.referrer_person_key = people.person_key
    union all
    select
        touch_rows.touched_date,
        'contact',
        coalesce(touch_kinds.action, touch_kinds.link) || coalesce(', ' || touch_kinds.path, ''),
        null,
        touch_rows.owner,
        touch_rows.content
    from chosen_customer
    inner join touch_rows on chosen_customer.person_key = touch_rows.person_key
    inner join touch_kinds on touch_rows.kind_key = touch_kinds.kind_key
    union all
    select
        cast(interactions.happened_at as date),
        'talk',
        coalesce(interactions.kind, 'talk') || coalesce(', ' || replace(interactions.outcome, '_', ' '), ''),
        null,
        interactions.owner,
        interactions.note
    from chosen_customer
    inner join interactions on chosen_customer.person_key = interactions.person_key
    union all
    -- a name that was given, and a deal while it is open, stand above as such
    select
        cast(entries.written_at as date),
        'entry',
        entries.kind || coalesce(': ' || entries.value, ''),
        null,
        entries.written_by,
        entries.note
    from chosen_customer
    inner join entries on chosen_customer.person_key = entries.person_key
    left join upsell_deals on 'talk-' || cast(entries.entry_id as varchar) = upsell_deals.deal_id
    where entries.kind <> 'introduced' and upsell_deals.deal_id is null
)

select
    told.happened_date,
    told.kind,
    told.what,
    cast(told.amount as decimal(18, 2)) as deal_amount,
    told.owner,
    told.note
from told
cross join watched
where told.happened_date is null or watched.is_now or told.kind = 'entry' or told.happened_date <= cast($as_of as date)
order by told.happened_date desc nulls last, told.kind asc, told.what asc
limit 300
