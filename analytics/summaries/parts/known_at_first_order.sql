/*
title:   What was known of each customer before the first order, and what came after it
grain:   one row per customer with an order
needs:   later_days, opening_products, customers, people, lead_states, referrals, referral_paths
parts:   referral_marks
returns: person_key, first_order_date, later_order_count, later_amount, industry, site_count, product, path, referral
assumes: attributes are those of the last lead row before the first order, else of the customer list; product is that of the
         first order
source:  M17, docs/decisions/020
*/
with

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
)

select
    later_days.person_key,
    later_days.first_order_date,
    cast(coalesce(later_days.window_order_count, 0) as bigint) as later_order_count,
    coalesce(later_days.window_amount, 0) as later_amount,
    coalesce(lead_states.industry, people.industry) as industry,
    coalesce(lead_states.site_count, people.site_count) as site_count,
    opening_products.first_product as product,
    coalesce(lead_states.path, listed.path) as path,
    case
        when
            lead_states.referral = 'referred'
            or listed.referred_by_customer_id is not null
            or introductions.person_key is not null
            or referral_paths.path is not null
            then 'referred'
        when
            referral_marks.referral_count > 0
            or (referral_marks.path_count > 0 and coalesce(lead_states.path, listed.path) is not null)
            then 'not referred'
    end as referral
from later_days
cross join referral_marks
inner join people on later_days.person_key = people.person_key
left join opening_products on later_days.person_key = opening_products.person_key
left join leads_before on later_days.person_key = leads_before.person_key
left join lead_states
    on leads_before.person_key = lead_states.person_key and leads_before.newness = lead_states.newness
left join listed on later_days.person_key = listed.person_key
left join introductions on later_days.person_key = introductions.person_key
left join referral_paths on coalesce(lead_states.path, listed.path) = referral_paths.path
