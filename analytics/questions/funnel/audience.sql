/*
title:    The audience by temperature
question: How many people are warm, leads and customers, how do they move, and can we reach them?
method:   M15, H1, H2, H3
grain:    one row per temperature, coldest first; cold is counted where people are not known
needs:    touches or leads or customers or orders or path_counts
uses:     deals, interactions
parts:    temperatures_now
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

moved as (
    select
        temperature,
        cast(sum(case when moved_date > cast($as_of as date) - 91 then person_count else 0 end) as bigint) as moved_in_count,
        cast(sum(case when moved_date <= cast($as_of as date) - 91 then person_count else 0 end) as bigint)
            as earlier_moved_in_count
    from temperature_moves
    where
        moved_date <= cast($as_of as date)
        and moved_date > cast($as_of as date) - 182
        and (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
    group by temperature
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
        temperatures_now.temperature,
        'persons',
        temperatures_now.person_count,
        coalesce(moved.moved_in_count, 0),
        coalesce(moved.earlier_moved_in_count, 0),
        temperatures_now.email_count,
        temperatures_now.phone_count,
        temperatures_now.address_count,
        temperatures_now.all_three_count,
        temperatures_now.no_way_count
    from temperatures_now
    left join moved on temperatures_now.temperature = moved.temperature
)

select
    case temperature when 'cold' then 1 when 'warm' then 2 when 'lead' then 3 else 4 end as temperature_order,
    *,
    cast(coalesce(sum(person_count) over (), 0) as bigint) as person_sum
from rows_of_each
order by temperature_order
