/*
title:   How each customer began, and whether they came back
grain:   one row per customer with an order
needs:   later_days, customer_totals, customers, people, lead_states, data_span, cut_offs, segment_rules, referrals,
         referral_paths, leads
returns: person_key, first_order_date, industry, site_count, site_band, product, path, referral, is_mature,
         is_came_back, later_order_count, later_amount
assumes: attributes are those of the last lead row before the first order, else of the customer list; product is that
         of the first order; nothing after the first order but whether, how often and for how much they came back;
         mature = first order long enough ago for the whole window to be over; a customer who bought before the first
         row of the orders begins with the first order that is there
source:  M17, H4, docs/decisions/020
*/
with

limits as (
    select max(case when name = 'repeat_window_days' then cast(value as double) end) as window_days
    from cut_offs
),

spans as (
    select max(last_day) as last_day
    from data_span
),

leads_before as (
    select
        lead_states.person_key,
        min(lead_states.newness) as newness
    from lead_states
    inner join later_days
        on
            lead_states.person_key = later_days.person_key
            and lead_states.created_date <= later_days.first_order_date
    group by lead_states.person_key
),

listed as (
    select
        person_key,
        min(path) as path,
        min(referred_by_customer_id) as referred_by_customer_id
    from customers
    group by person_key
),

introductions as (
    select
        referrals.referred_person_key as person_key,
        count(*) as referral_count
    from referrals
    inner join later_days on referrals.referred_person_key = later_days.person_key
    where
        coalesce(cast(coalesce(referrals.given_at, referrals.asked_at) as date), later_days.first_order_date)
        <= later_days.first_order_date
    group by referrals.referred_person_key
),

-- as in lead_states: without any mark of referral it is not known who was referred
marks as (
    select
        (select count(*) from referrals)
        + (
            select count(*) from leads
            where referred_by_customer_id is not null
        )
        + (
            select count(*) from listed
            where referred_by_customer_id is not null
        ) as referral_count,
        (select count(*) from referral_paths) as path_count
),

known as (
    select
        later_days.person_key,
        later_days.first_order_date,
        cast(coalesce(later_days.window_order_count, 0) as bigint) as later_order_count,
        coalesce(later_days.window_amount, 0) as later_amount,
        coalesce(lead_states.industry, people.industry) as industry,
        coalesce(lead_states.site_count, people.site_count) as site_count,
        customer_totals.first_product as product,
        coalesce(lead_states.path, listed.path) as path,
        case
            when
                lead_states.referral = 'referred'
                or listed.referred_by_customer_id is not null
                or introductions.person_key is not null
                or referral_paths.path is not null
                then 'referred'
            when
                marks.referral_count > 0
                or (marks.path_count > 0 and coalesce(lead_states.path, listed.path) is not null)
                then 'not referred'
        end as referral
    from later_days
    cross join marks
    inner join people on later_days.person_key = people.person_key
    left join customer_totals on later_days.person_key = customer_totals.person_key
    left join leads_before on later_days.person_key = leads_before.person_key
    left join lead_states
        on leads_before.person_key = lead_states.person_key and leads_before.newness = lead_states.newness
    left join listed on later_days.person_key = listed.person_key
    left join introductions on later_days.person_key = introductions.person_key
    left join referral_paths on coalesce(lead_states.path, listed.path) = referral_paths.path
)

select
    known.person_key,
    known.first_order_date,
    known.industry,
    known.site_count,
    segment_rules.segment as site_band,
    known.product,
    known.path,
    known.referral,
    date_diff('day', known.first_order_date, spans.last_day) >= limits.window_days as is_mature,
    known.later_order_count > 0 as is_came_back,
    known.later_order_count,
    cast(known.later_amount as decimal(18, 2)) as later_amount
from known
cross join limits
cross join spans
left join segment_rules
    on
        segment_rules.attribute = 'site_count'
        and known.site_count >= coalesce(segment_rules.low_value, known.site_count)
        and known.site_count < coalesce(segment_rules.high_value, known.site_count + 1)
order by known.person_key
