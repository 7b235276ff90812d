/*
title:   Introductions written down in talks that no file tells of
grain:   one row per introducing customer and introduced person
needs:   introductions, entries, people, customer_ranks, outreach_contacts
returns: referrer_person_key, referred_person_key, referred_name, given_date, is_contacted, was_customer, is_first, is_won,
         won_amount
assumes: a name written down is the person with that e-mail, or the only one with that name; else somebody new, whose key is
         below zero; a name that the files tell of the same customer counts there and not again; won = gave a first order on
         a later day than the name was given; was_customer = had given one by then; of several who named one person, here and in the
         files, is_first is the earliest before the first order, one without a day only where no other is left, of one day that of
         the files
source:  M8, docs/decisions/050
*/
with

named as (
    select
        entry_id,
        person_key as referrer_person_key,
        trim(value) as referred_name,
        lower(trim(value)) as name_key,
        lower(trim(coalesce(note, ''))) as contact_key,
        cast(written_at as date) as given_date
    from entries
    where kind = 'introduced' and person_key > 0 and trim(value) <> ''
),

-- two selects and not one condition (decision 006)
matches as (
    select
        named.entry_id,
        people.person_key,
        true as is_by_email
    from named
    inner join people on named.contact_key = people.email
    union all
    select
        named.entry_id,
        people.person_key,
        false
    from named
    inner join people on named.name_key = lower(people.name)
),

found as (
    select
        entry_id,
        coalesce(
            min(case when is_by_email then person_key end),
            case when count(distinct person_key) = 1 then min(person_key) end
        ) as person_key
    from matches
    group by entry_id
),

listed as (
    select
        introductions.referrer_person_key,
        introductions.referred_person_key,
        lower(people.name) as name_key
    from introductions
    inner join people on introductions.referred_person_key = people.person_key
    where introductions.referrer_person_key in (select named.referrer_person_key from named)
),

told as (
    select
        named.referrer_person_key,
        coalesce(found.person_key, -min(named.entry_id) over (partition by named.referrer_person_key, named.name_key))
            as referred_person_key,
        named.referred_name,
        named.given_date
    from named
    left join found on named.entry_id = found.entry_id
    left join listed as by_person
        on
            named.referrer_person_key = by_person.referrer_person_key
            and found.person_key = by_person.referred_person_key
    left join listed as by_name
        on named.referrer_person_key = by_name.referrer_person_key and named.name_key = by_name.name_key
    where by_person.referrer_person_key is null and by_name.referrer_person_key is null
),

pairs as (
    select
        referrer_person_key,
        referred_person_key,
        min(referred_name) as referred_name,
        min(given_date) as given_date
    from told
    where referrer_person_key <> referred_person_key
    group by referrer_person_key, referred_person_key
),

in_files as (
    select
        referred_person_key as person_key,
        was_customer,
        coalesce(given_date, asked_date, date '9999-12-31') as given_date
    from introductions
    where is_first and referred_person_key in (select pairs.referred_person_key from pairs)
)

select
    pairs.referrer_person_key,
    pairs.referred_person_key,
    pairs.referred_name,
    pairs.given_date,
    customer_ranks.person_key is not null or outreach_contacts.person_key is not null as is_contacted,
    earlier_orders.person_key is not null as was_customer,
    row_number() over (
        partition by pairs.referred_person_key
        order by earlier_orders.person_key is not null, pairs.given_date asc, pairs.referrer_person_key asc
    ) = 1
    and case
        when in_files.person_key is null then true
        when in_files.was_customer = (earlier_orders.person_key is not null) then pairs.given_date < in_files.given_date
        else in_files.was_customer
    end as is_first,
    customer_ranks.person_key is not null as is_won,
    customer_ranks.revenue_amount as won_amount
from pairs
left join customer_ranks
    on pairs.referred_person_key = customer_ranks.person_key and pairs.given_date < customer_ranks.first_order_date
left join customer_ranks as earlier_orders
    on pairs.referred_person_key = earlier_orders.person_key and pairs.given_date >= earlier_orders.first_order_date
left join in_files on pairs.referred_person_key = in_files.person_key
left join outreach_contacts
    on pairs.referred_person_key = outreach_contacts.person_key and pairs.given_date <= outreach_contacts.last_contact_date
