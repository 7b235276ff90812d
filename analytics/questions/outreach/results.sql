/*
title:   What the campaigns brought
question: Of those we wrote to, who talked, needed more or named somebody, and what did they order since?
method:   M3, H1, H2, H5
grain:    one row per campaign that sent a letter, the newest first
needs:    orders or customers or leads
uses:     entries
params:   $as_of date
returns:  campaign, first_sent_date, last_sent_date, written_count, talked_count, upsell_or_introduction_count, upsell_count,
          open_deal_count, open_amount, introducer_count, name_count, waiting_count, won_count, won_amount, won_low_rate, won_high_rate,
          introduced_won_count, introduced_won_amount, held_out_count, held_out_won_count, held_out_amount,
          held_out_low_rate, held_out_high_rate, is_seen_after, is_different, p_value
screen:   campaign, first_sent_date, last_sent_date, written_count, talked_count, upsell_count, open_deal_count, open_amount,
          introducer_count, name_count, waiting_count, won_count, won_amount, won_low_rate, won_high_rate,
          introduced_won_count, introduced_won_amount, held_out_count, held_out_won_count, held_out_amount,
          held_out_low_rate, held_out_high_rate, is_different
people:   outreach/written
assumes:  whoever was called without a letter counts as written to; won = ordered on a later day than the letter; money =
          all they ordered from then on, less what was given back, as of the last day in the data; unknown while the data
          ends before the letters; somebody introduced counts as won when a customer of that name or e-mail gave a first
          order after the introduction; somebody written to in two campaigns counts in both; the cost is 0, a letter
          costs nothing; held out by lot before the letters went out
source:   M3; Fisher's exact test, Benjamini-Hochberg; docs/decisions/044, 050
next_step: Call everybody who was written to and has not been talked to.
*/
with

spans as (
    select least(max(last_day), coalesce(cast($as_of as date), max(last_day))) as last_day
    from data_span
),

-- two records that turned out to be one person are one; somebody whose rows are gone still got a letter
letters as (
    select
        topic as campaign,
        coalesce(cast(person_key as varchar), source_table || ' ' || source_ref) as who,
        max(person_key) as person_key,
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
        max(case when kind = 'talked' then 1 else 0 end) as talked_count,
        max(case when kind = 'upsell' then 1 else 0 end) as upsell_count,
        sum(case when kind = 'introduced' then 1 else 0 end) as name_count
    from entries
    where kind in ('talked', 'upsell', 'introduced')
    group by topic, coalesce(cast(person_key as varchar), source_table || ' ' || source_ref)
),

ordered as (
    select
        letters.campaign,
        letters.who,
        sum(customer_days.order_count) as order_count,
        sum(customer_days.revenue_amount) as revenue_amount
    from letters
    cross join spans
    inner join customer_days
        on
            letters.person_key = customer_days.person_key
            and letters.sent_date < customer_days.order_date
            and spans.last_day >= customer_days.order_date
    group by letters.campaign, letters.who
),

open_upsells as (
    select
        campaign,
        count(*) as open_deal_count,
        sum(amount) as open_amount
    from upsell_deals
    group by campaign
),

named as (
    select
        topic as campaign,
        lower(trim(value)) as name_key,
        lower(trim(coalesce(note, ''))) as contact_key,
        min(cast(written_at as date)) as named_date
    from entries
    where kind = 'introduced' and topic <> ''
    group by topic, lower(trim(value)), lower(trim(coalesce(note, '')))
),

-- by name or by e-mail: two selects and not one condition (decision 006)
known as (
    select
        named.campaign,
        named.named_date,
        people.person_key
    from named
    inner join people on named.name_key = lower(people.name)
    union all
    select
        named.campaign,
        named.named_date,
        people.person_key
    from named
    inner join people on named.contact_key = people.email
),

came as (
    select
        known.campaign,
        known.person_key,
        min(known.named_date) as named_date,
        max(spans.last_day) as last_day
    from known
    cross join spans
    inner join customer_ranks on known.person_key = customer_ranks.person_key
    where customer_ranks.first_order_date > known.named_date
    group by known.campaign, known.person_key
),

introduced as (
    select
        came.campaign,
        count(distinct came.person_key) as won_count,
        sum(customer_days.revenue_amount) as won_amount
    from came
    inner join customer_days
        on
            came.person_key = customer_days.person_key
            and came.last_day >= customer_days.order_date
    group by came.campaign
),

campaigns as (
    select
        letters.campaign,
        min(case when letters.written_count = 1 then letters.sent_date end) as first_sent_date,
        max(case when letters.written_count = 1 then letters.sent_date end) as last_sent_date,
        sum(letters.written_count) as written_count,
        sum(letters.written_count * coalesce(steps.talked_count, 0)) as talked_count,
        sum(letters.written_count * coalesce(steps.upsell_count, 0)) as upsell_count,
        sum(case when letters.written_count = 1 and steps.name_count > 0 then 1 else 0 end) as introducer_count,
        sum(case when letters.written_count = 1 and (steps.upsell_count > 0 or steps.name_count > 0) then 1 else 0 end)
            as upsell_or_introduction_count,
        sum(letters.written_count * coalesce(steps.name_count, 0)) as name_count,
        sum(case when letters.written_count = 1 and ordered.order_count > 0 then 1 else 0 end) as won_count,
        sum(letters.written_count * coalesce(ordered.revenue_amount, 0)) as won_amount,
        sum(1 - letters.written_count) as held_out_count,
        sum(case when letters.written_count = 0 and ordered.order_count > 0 then 1 else 0 end) as held_out_won_count,
        sum((1 - letters.written_count) * coalesce(ordered.revenue_amount, 0)) as held_out_amount
    from letters
    left join steps on letters.campaign = steps.campaign and letters.who = steps.who
    left join ordered on letters.campaign = ordered.campaign and letters.who = ordered.who
    group by letters.campaign
)

select
    campaigns.campaign,
    campaigns.first_sent_date,
    campaigns.last_sent_date,
    cast(campaigns.written_count as bigint) as written_count,
    cast(campaigns.talked_count as bigint) as talked_count,
    cast(campaigns.upsell_or_introduction_count as bigint) as upsell_or_introduction_count,
    cast(campaigns.upsell_count as bigint) as upsell_count,
    coalesce(open_upsells.open_deal_count, 0) as open_deal_count,
    cast(open_upsells.open_amount as decimal(18, 2)) as open_amount,
    cast(campaigns.introducer_count as bigint) as introducer_count,
    cast(campaigns.name_count as bigint) as name_count,
    cast(campaigns.written_count - campaigns.talked_count as bigint) as waiting_count,
    cast(case when spans.last_day > campaigns.first_sent_date then campaigns.won_count end as bigint) as won_count,
    cast(case when spans.last_day > campaigns.first_sent_date then campaigns.won_amount end as decimal(18, 2)) as won_amount,
    cast(case when spans.last_day > campaigns.first_sent_date then coalesce(introduced.won_count, 0) end as bigint)
        as introduced_won_count,
    cast(case when spans.last_day > campaigns.first_sent_date then coalesce(introduced.won_amount, 0) end as decimal(18, 2))
        as introduced_won_amount,
    cast(campaigns.held_out_count as bigint) as held_out_count,
    cast(case when spans.last_day > campaigns.first_sent_date then campaigns.held_out_won_count end as bigint)
        as held_out_won_count,
    cast(case when spans.last_day > campaigns.first_sent_date then campaigns.held_out_amount end as decimal(18, 2))
        as held_out_amount,
    spans.last_day > campaigns.first_sent_date as is_seen_after
from campaigns
cross join spans
left join introduced on campaigns.campaign = introduced.campaign
left join open_upsells on campaigns.campaign = open_upsells.campaign
where campaigns.written_count > 0
order by campaigns.last_sent_date desc, campaigns.campaign asc
