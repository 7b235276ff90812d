/*
title:    People who crossed between paths
question: Who was touched on more than one path, on which first and last, and what became of them?
method:   M11, H8
grain:    one row per person on several paths, the most recently active first; the first 2,000
needs:    leads or touches or deals
uses:     interactions, orders
parts:    crossed_now
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  person_key, name, company, lead_id, customer_id, earliest_path, latest_path, path_count, owner, outcome,
          entered_date, last_event_date, email, phone, crossing_sum, sold_sum
listed_of: crossing_sum
summary:  crossing_sum, sold_sum
money:    leads
assumes:  as funnel/crossings
source:   docs/decisions/018
nothing:  Nobody was touched on more than one path.
next_step: Ask those in play on the path that sells best.
*/
with

crossed as not materialized (
    select *
    from crossed_now
    where path_count > 1
),

totals as (
    select
        count(*) as crossing_sum,
        count(case when outcome = 'sold' then 1 end) as sold_sum
    from crossed
),

listed as (
    select *
    from crossed
    order by last_event_date desc, person_key asc
    limit 2000
)

select
    listed.person_key,
    people.name,
    people.company,
    people.lead_id,
    people.customer_id,
    listed.earliest_path,
    listed.latest_path,
    cast(listed.path_count as bigint) as path_count,
    listed.owner,
    listed.outcome,
    listed.entered_date,
    listed.last_event_date,
    people.email,
    people.phone,
    totals.crossing_sum,
    totals.sold_sum
from listed
inner join people on listed.person_key = people.person_key
cross join totals
order by listed.last_event_date desc, listed.person_key asc
