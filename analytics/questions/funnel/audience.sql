/*
title:    The audience by temperature
question: How many people are warm, leads and customers, how do they move, and can we reach them?
method:   M15, H1, H2, H3
grain:    one row per temperature, coldest first; cold is counted where people are not known
needs:    touches or leads or customers or orders or path_counts
uses:     deals, interactions
params:   $as_of date; $owner text or null; $path text or null
returns:  temperature_order, temperature, kind, person_count, moved_in_count, earlier_moved_in_count, email_count,
          phone_count, address_count, all_three_count, no_way_count, all_three_rate, low_rate, high_rate, person_sum
summary:  person_sum
people:   funnel/contact_gaps
money:    leads
assumes:  cold = views and the like of people we do not know, counted in the last 91 days, each as often as it happened;
          moved in = became it in the last 91 days, earlier = in the 91 days before; contact details are those known
          today; e-mail, phone, and address (town or postcode)
source:   Wilson (1927) for the range; docs/decisions/015
next_step: Ask the leads for what is missing the next time you talk.
*/
with

people_now as (
    select
        case
            when customer_date <= cast($as_of as date) or is_listed_customer then 4
            when lead_date <= cast($as_of as date) then 3
            when warm_date <= cast($as_of as date) then 2
        end as temperature_order,
        case
            when customer_date <= cast($as_of as date) or is_listed_customer then customer_date
            when lead_date <= cast($as_of as date) then lead_date
            else warm_date
        end as since_date,
        has_email,
        has_phone,
        has_address
    from person_temperatures
    where
        (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

moves as (
    select
        2 as temperature_order,
        warm_date as moved_date
    from person_temperatures
    where
        warm_date is not null
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
    union all
    select
        3,
        lead_date
    from person_temperatures
    where
        lead_date is not null
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
    union all
    select
        4,
        customer_date
    from person_temperatures
    where
        customer_date is not null
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
),

moved as (
    select
        temperature_order,
        sum(case when moved_date > cast($as_of as date) - 91 then 1 else 0 end) as moved_in_count,
        sum(case when moved_date <= cast($as_of as date) - 91 then 1 else 0 end) as earlier_moved_in_count
    from moves
    where moved_date <= cast($as_of as date) and moved_date > cast($as_of as date) - 182
    group by temperature_order
),

counted as (
    select
        temperature_order,
        count(*) as person_count,
        sum(case when has_email then 1 else 0 end) as email_count,
        sum(case when has_phone then 1 else 0 end) as phone_count,
        sum(case when has_address then 1 else 0 end) as address_count,
        sum(case when has_email and has_phone and has_address then 1 else 0 end) as all_three_count,
        sum(case when not has_email and not has_phone and not has_address then 1 else 0 end) as no_way_count
    from people_now
    where temperature_order is not null
    group by temperature_order
),

cold as (
    select
        cast(sum(case when period_start > cast($as_of as date) - 91 then count else 0 end) as bigint) as view_count,
        cast(sum(case when period_start <= cast($as_of as date) - 91 then count else 0 end) as bigint) as earlier_view_count
    from path_periods
    where
        period_start <= cast($as_of as date)
        and period_start > cast($as_of as date) - 182
        and (cast($path as varchar) is null or path = cast($path as varchar))
        -- nobody owns a count
        and cast($owner as varchar) is null
    having count(*) > 0
),

rows_of_each as (
    select
        1 as temperature_order,
        'cold' as temperature,
        'counts' as kind,
        cast(null as bigint) as person_count,
        view_count as moved_in_count,
        earlier_view_count as earlier_moved_in_count,
        cast(null as bigint) as email_count,
        cast(null as bigint) as phone_count,
        cast(null as bigint) as address_count,
        cast(null as bigint) as all_three_count,
        cast(null as bigint) as no_way_count
    from cold
    union all
    select
        counted.temperature_order,
        case counted.temperature_order when 2 then 'warm' when 3 then 'lead' else 'customer' end,
        'persons',
        counted.person_count,
        cast(coalesce(moved.moved_in_count, 0) as bigint),
        cast(coalesce(moved.earlier_moved_in_count, 0) as bigint),
        cast(counted.email_count as bigint),
        cast(counted.phone_count as bigint),
        cast(counted.address_count as bigint),
        cast(counted.all_three_count as bigint),
        cast(counted.no_way_count as bigint)
    from counted
    left join moved on counted.temperature_order = moved.temperature_order
)

select
    temperature_order,
    temperature,
    kind,
    person_count,
    moved_in_count,
    earlier_moved_in_count,
    email_count,
    phone_count,
    address_count,
    all_three_count,
    no_way_count,
    cast(coalesce(sum(person_count) over (), 0) as bigint) as person_sum
from rows_of_each
order by temperature_order
