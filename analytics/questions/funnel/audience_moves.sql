/*
title:    How people warm up, month by month
question: How many people became warm, leads and customers in each month, and from what?
method:   M15, H1
grain:    one row per month and move; the last 24 months that are over, or those of the period
needs:    touches or leads or customers or orders
uses:     deals, interactions
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  month_start, temperature_before, temperature, person_count, until_month
summary:  until_month
people:   funnel/people
money:    leads
assumes:  from = the temperature before, cold where nothing was known of the person; a month counts once it is over;
          people in the customer list without an order have no month
source:   docs/decisions/015
next_step: Look at the move that fell, and at what you did less of two months before.
*/
select
    cast(date_trunc('month', moved_date) as date) as month_start,
    temperature_before,
    temperature,
    cast(sum(person_count) as bigint) as person_count,
    -- the last month looked at, in which nobody may have moved
    cast(
        date_trunc(
            'month',
            least(
                cast(date_trunc('month', cast($as_of as date) + interval 1 day) as date),
                coalesce(cast($period_end as date), cast($as_of as date) + interval 1 day)
            ) - interval 1 day
        ) as date
    ) as until_month
from temperature_moves
where
    moved_date < cast(date_trunc('month', cast($as_of as date) + interval 1 day) as date)
    and moved_date >= coalesce(
        cast($period_start as date),
        cast(date_trunc('month', cast($as_of as date) + interval 1 day) as date) - interval 24 month
    )
    and (cast($period_end as date) is null or moved_date < cast($period_end as date))
    and (cast($owner as varchar) is null or owner = cast($owner as varchar))
    and (cast($path as varchar) is null or path = cast($path as varchar))
group by cast(date_trunc('month', moved_date) as date), temperature_before, temperature
order by month_start, temperature_before, temperature
