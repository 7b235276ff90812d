/*
title:   Asks for names each week
question: Do we ask enough customers for names, week by week?
method:   M8, M14, H1
grain:    one row per week with an ask, of the last 26 weeks that are over
needs:    referrals or orders or customers
uses:     entries
parts:    customers_of_owner
params:   $as_of date; $owner text or null
returns:  week_start, ask_count, letter_count, names_count, week_count, reached_count, all_ask_count, all_letter_count, all_names_count, goal_asks,
          names_per_ask, first_week_start
summary:  week_count, reached_count, all_ask_count, all_letter_count, all_names_count, goal_asks, names_per_ask, first_week_start
money:    referrals
assumes:  asks of the list of introductions and those written down in talks and letters; letters that asked wait for their
          answer, so names an ask are of the other asks; weeks begin on Monday and count once
          they are over, but the last one in which something was written down at once; they begin with the first ask on file; an ask is one customer
          asked on one day, the day the name was given where no ask is written down; the goals are the cut-offs
          name_asks_per_week and names_per_ask; with an owner, asks of customers who ever ordered from them
source:   counted; docs/decisions/037, 050
nothing:  No customer has been asked for names yet. Write asks down with a talk or a letter under Outreach, or drop a list of
          introductions (who was asked, who was named, when).
next_step: Put next week's asks into the calendar now, by name.
*/
with

goals as (
    select
        max(case when name = 'name_asks_per_week' then cast(value as double) end) as goal_asks,
        max(case when name = 'names_per_ask' then cast(value as double) end) as names_per_ask
    from cut_offs
),

-- what is written down here is newer than the last export
watched as (
    select cast($as_of as date) >= max(last_day) as is_now
    from data_span
),

asks as (
    select
        name_asks.asked_date,
        name_asks.names_count,
        name_asks.is_letter,
        name_asks.asked_date > cast($as_of as date) as is_later
    from name_asks
    cross join watched
    where
        (name_asks.asked_date <= cast($as_of as date) or (watched.is_now and name_asks.is_written))
        and (
            cast($owner as varchar) is null
            or name_asks.referrer_person_key in (select customers_of_owner.person_key from customers_of_owner)
        )
),

ends as (
    select
        min(asked_date) as first_date,
        coalesce(
            max(case when is_later then cast(date_trunc('week', asked_date) as date) + 7 end),
            cast(date_trunc('week', cast($as_of as date) + interval 1 day) as date)
        ) as end_week_start
    from asks
),

spans as (
    select
        greatest(cast(date_trunc('week', first_date) as date), end_week_start - 182) as first_week_start,
        end_week_start
    from ends
),

weeks as (
    select
        cast(date_trunc('week', asks.asked_date) as date) as week_start,
        count(*) as ask_count,
        count(case when asks.is_letter then 1 end) as letter_count,
        cast(sum(asks.names_count) as bigint) as names_count
    from asks
    inner join spans on asks.asked_date >= spans.first_week_start and asks.asked_date < spans.end_week_start
    group by cast(date_trunc('week', asks.asked_date) as date)
),

totals as (
    select
        cast(sum(weeks.ask_count) as bigint) as all_ask_count,
        cast(sum(weeks.letter_count) as bigint) as all_letter_count,
        cast(sum(weeks.names_count) as bigint) as all_names_count,
        count(case when weeks.ask_count >= goals.goal_asks then 1 end) as reached_count
    from weeks
    cross join goals
)

select
    weeks.week_start,
    weeks.ask_count,
    weeks.letter_count,
    weeks.names_count,
    cast(date_diff('day', spans.first_week_start, spans.end_week_start) / 7 as bigint) as week_count,
    totals.reached_count,
    totals.all_ask_count,
    totals.all_letter_count,
    totals.all_names_count,
    goals.goal_asks,
    goals.names_per_ask,
    spans.first_week_start
from weeks
cross join spans
cross join totals
cross join goals
order by weeks.week_start
