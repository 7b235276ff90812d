/*
title:   Who was written to, and what came of it
question: Whom did each campaign write to, what did they say, and what did they order since?
method:   M3
grain:    one row per campaign and person, the newest campaign first; at most 2,000
needs:    orders or customers or leads
uses:     entries
params:   $as_of date
returns:  campaign, person_key, name, is_held_out, sent_date, talked_date, upsell, upsell_amount, name_count,
          names, order_count, revenue_amount, last_order_date
assumes:  as in outreach/results; several upsells or names of one person are joined, oldest first
source:   counted; docs/decisions/044
next_step: Call whoever has no day under talked.
*/
with

spans as (
    select least(max(last_day), coalesce(cast($as_of as date), max(last_day))) as last_day
    from data_span
),

letters as (
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
),

steps as (
    select
        topic as campaign,
        coalesce(cast(person_key as varchar), source_table || ' ' || source_ref) as who,
        max(case when kind = 'talked' then cast(written_at as date) end) as talked_date,
        string_agg(case when kind = 'upsell' then note end, '; ' order by entry_id) as upsell,
        sum(case when kind = 'upsell' then cast(value as decimal(18, 2)) end) as upsell_amount,
        sum(case when kind = 'introduced' then 1 else 0 end) as name_count,
        string_agg(case when kind = 'introduced' then value end, '; ' order by entry_id) as names
    from entries
    where kind in ('talked', 'upsell', 'introduced')
    group by topic, coalesce(cast(person_key as varchar), source_table || ' ' || source_ref)
),

ordered as (
    select
        letters.campaign,
        letters.who,
        sum(customer_days.order_count) as order_count,
        sum(customer_days.revenue_amount) as revenue_amount,
        max(customer_days.order_date) as last_order_date
    from letters
    cross join spans
    inner join customer_days
        on
            letters.person_key = customer_days.person_key
            and letters.sent_date < customer_days.order_date
            and spans.last_day >= customer_days.order_date
    group by letters.campaign, letters.who
)

select
    letters.campaign,
    letters.person_key,
    coalesce(people.name, people.email, letters.source_ref) as name,
    letters.written_count = 0 as is_held_out,
    case when letters.written_count = 1 then letters.sent_date end as sent_date,
    steps.talked_date,
    steps.upsell,
    cast(steps.upsell_amount as decimal(18, 2)) as upsell_amount,
    cast(coalesce(steps.name_count, 0) as bigint) as name_count,
    steps.names,
    -- null while the data ends before the letter: nobody's orders can be seen
    cast(case when spans.last_day > letters.sent_date then coalesce(ordered.order_count, 0) end as bigint) as order_count,
    cast(case when spans.last_day > letters.sent_date then coalesce(ordered.revenue_amount, 0) end as decimal(18, 2))
        as revenue_amount,
    ordered.last_order_date
from letters
cross join spans
left join people on letters.person_key = people.person_key
left join steps on letters.campaign = steps.campaign and letters.who = steps.who
left join ordered on letters.campaign = ordered.campaign and letters.who = ordered.who
order by letters.sent_date desc, letters.campaign asc, letters.written_count desc, letters.who asc
limit 2000
