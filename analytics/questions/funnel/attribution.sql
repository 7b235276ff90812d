/*
title:    Which path gets the credit
question: How many people and sales does each path bring when the own, the first, the last or every path is credited?
method:   M11, H1, H2, H4
grain:    one row per path and view: own (as you wrote it), first, last, all
needs:    leads or touches or deals
uses:     interactions, orders
parts:    published, paths_now, views_tallied, crossed_now, crossings_tallied
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  path, view, view_order, came_count, asked_count, sold_count, sale_amount, over_count, over_sold_count,
          conversion_rate, low_rate, high_rate, own_sold_count, crossing_count, person_sum
summary:  crossing_count, person_sum
people:   funnel/crossing_people
money:    leads
assumes:  the period is that in which people first came in; with every path credited a person counts on each path that touched them, so those
          do not add up; the rate is of people whose usual time from entry to sale is over
source:   Wilson (1927); docs/decisions/018
next_step: Where first and last differ, keep both paths: one finds the people, the other sells to them.
*/
with

chosen as (
    select
        path,
        view,
        case view when 'own' then 1 when 'first' then 2 when 'last' then 3 else 4 end as view_order,
        cast(sum(came_count) as bigint) as came_count,
        cast(sum(asked_count) as bigint) as asked_count,
        cast(sum(sold_count) as bigint) as sold_count,
        cast(sum(sale_amount) as decimal(18, 2)) as sale_amount,
        cast(sum(over_count) as bigint) as over_count,
        cast(sum(over_sold_count) as bigint) as over_sold_count
    from views_tallied
    where
        (cast($owner as varchar) is null or owner = cast($owner as varchar))
        and (cast($path as varchar) is null or path = cast($path as varchar))
    group by path, view
),

crossings as (
    select
        cast(coalesce(sum(case when is_crossing then person_count end), 0) as bigint) as crossing_count,
        cast(coalesce(sum(person_count), 0) as bigint) as person_sum
    from crossings_tallied
)

select
    chosen.path,
    chosen.view,
    chosen.view_order,
    chosen.came_count,
    chosen.asked_count,
    chosen.sold_count,
    chosen.sale_amount,
    chosen.over_count,
    chosen.over_sold_count,
    cast(sum(case when chosen.view_order = 1 then chosen.sold_count else 0 end) over (partition by chosen.path) as bigint)
        as own_sold_count,
    crossings.crossing_count,
    crossings.person_sum
from chosen
cross join crossings
order by own_sold_count desc, chosen.path asc, chosen.view_order asc
