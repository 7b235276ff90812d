/*
title:   Introduced people who gave a first order since, by campaign
grain:   one row per campaign with such people
needs:   entries, people, customer_ranks, customer_days
parts:   days_seen
returns: campaign, won_count, won_amount
assumes: somebody introduced is a customer of that name or e-mail who gave a first order after the introduction
source:  M3, docs/decisions/044
*/
with

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
        max(days_seen.last_day) as last_day
    from known
    cross join days_seen
    inner join customer_ranks on known.person_key = customer_ranks.person_key
    where customer_ranks.first_order_date > known.named_date
    group by known.campaign, known.person_key
)

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
