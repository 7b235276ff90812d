/*
title:    Direct asks each week
question: How often does anybody ask for the business, on which path and by whom?
method:   M14, H1, H2
grain:    one row per week, path and owner with an ask; the last 26 weeks that are over, or those of the period
needs:    touches or deals or leads
uses:     interactions, orders
params:   $as_of date; $period_start date or null; $period_end date or null; $owner text or null; $path text or null
returns:  week_start, path, owner, ask_count, customer_ask_count, week_count, recent_week_count, earlier_week_count,
          recent_ask_count, earlier_ask_count, first_week_start, last_week_start
summary:  week_count, recent_week_count, earlier_week_count, recent_ask_count, earlier_ask_count, first_week_start,
          last_week_start
people:   funnel/people
money:    leads
assumes:  weeks begin on Monday and count once they are over; an ask is one person asked on one day; asks of people who
          had bought before are counted apart; recent = the later half of the weeks, earlier = the half before
source:   range of a count, Garwood (1936); two counts compared by the exact test of Przyborowski and Wilenski (1940);
          docs/decisions/014
next_step: Put the asks of next week into the calendar now, by name.
*/
with

spans as (
    select
        greatest(
            coalesce(
                cast(date_trunc('week', cast($period_start as date) + interval 6 day) as date),
                cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date) - 182
            ),
            min(week_start)
        ) as first_week_start,
        least(
            cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date),
            coalesce(
                cast(date_trunc('week', cast($period_end as date)) as date),
                cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date)
            )
        ) as end_week_start
    from funnel_weeks
    where path is not null
),

weeks as (
    select
        first_week_start,
        end_week_start,
        cast(greatest(date_diff('day', first_week_start, end_week_start), 0) / 7 as bigint) as week_count
    from spans
    where end_week_start > first_week_start
),

-- an odd week in the middle belongs to neither half
halves as (
    select
        *,
        cast(floor(week_count / 2.0) as bigint) as half_count
    from weeks
),

chosen as (
    select
        funnel_weeks.week_start,
        funnel_weeks.path,
        funnel_weeks.owner,
        funnel_weeks.ask_count,
        funnel_weeks.customer_ask_count,
        halves.week_count,
        halves.half_count,
        halves.first_week_start,
        halves.end_week_start - 7 as last_week_start,
        case
            when funnel_weeks.week_start >= halves.end_week_start - cast(halves.half_count as integer) * 7 then 'recent'
            when funnel_weeks.week_start < halves.first_week_start + cast(halves.half_count as integer) * 7 then 'earlier'
        end as half
    from funnel_weeks
    inner join halves
        on
            funnel_weeks.week_start >= halves.first_week_start
            and funnel_weeks.week_start < halves.end_week_start
    where
        funnel_weeks.path is not null
        and funnel_weeks.ask_count + funnel_weeks.customer_ask_count > 0
        and (cast($owner as varchar) is null or funnel_weeks.owner = cast($owner as varchar))
        and (cast($path as varchar) is null or funnel_weeks.path = cast($path as varchar))
)

select
    week_start,
    path,
    owner,
    ask_count,
    customer_ask_count,
    week_count,
    half_count as recent_week_count,
    half_count as earlier_week_count,
    cast(coalesce(sum(case when half = 'recent' then ask_count end) over (), 0) as bigint) as recent_ask_count,
    cast(coalesce(sum(case when half = 'earlier' then ask_count end) over (), 0) as bigint) as earlier_ask_count,
    first_week_start,
    last_week_start
from chosen
order by week_start desc, path asc, owner asc
