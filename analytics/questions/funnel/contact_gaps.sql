/*
title:    Whose contact details are incomplete
question: Which leads lack an e-mail, a phone or an address, the most recently active first?
method:   M15, H3, H8
grain:    one row per lead who is no customer yet and lacks something; the first 2,000
needs:    leads or touches or deals
parts:    temperatures_now
params:   $as_of date; $owner text or null; $path text or null
returns:  person_key, name, company, lead_id, path, owner, missing_detail, email, phone, lead_date, last_event_date,
          lead_count, gap_count
listed_of: gap_count
summary:  lead_count, gap_count
money:    leads
assumes:  lead = gave contact details or was asked, and has not bought; address = town or postcode
source:   docs/decisions/015
nothing:  No lead lacks an e-mail, a phone or an address.
next_step: Ask for what is missing the next time you talk.
*/
with

totals as (
    select
        coalesce(sum(person_count), 0) as lead_count,
        coalesce(sum(person_count - all_three_count), 0) as gap_count
    from temperatures_now
    where temperature = 'lead'
),

gaps as (
    select
        person_key,
        path,
        owner,
        lead_date,
        last_event_date,
        case when has_email then '' else 'e-mail' end as email_gap,
        case when has_phone then '' else 'phone' end as phone_gap,
        case when has_address then '' else 'address' end as address_gap
    from person_temperatures
    where
        lead_date <= cast($as_of as date)
        and not is_listed_customer
        and coalesce(customer_date > cast($as_of as date), true)
        and not (has_email and has_phone and has_address)
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
    order by last_event_date desc nulls last, person_key asc
    limit 2000
)

select
    gaps.person_key,
    people.name,
    people.company,
    people.lead_id,
    gaps.path,
    gaps.owner,
    gaps.email_gap
    || case when gaps.email_gap <> '' and gaps.phone_gap <> '' then ', ' else '' end
    || gaps.phone_gap
    || case when gaps.email_gap || gaps.phone_gap <> '' and gaps.address_gap <> '' then ', ' else '' end
    || gaps.address_gap as missing_detail,
    people.email,
    people.phone,
    gaps.lead_date,
    gaps.last_event_date,
    cast(totals.lead_count as bigint) as lead_count,
    cast(totals.gap_count as bigint) as gap_count
from gaps
inner join people on gaps.person_key = people.person_key
cross join totals
order by gaps.last_event_date desc nulls last, gaps.person_key asc
