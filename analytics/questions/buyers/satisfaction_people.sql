/*
title:   Valuable, and how satisfied
question: Which of our most valuable customers are happy, which are not, and whom have we never asked?
method:   M2, M1, H1, H3
grain:    one row per customer of the vital few, by how satisfied they are, most revenue first; at most 200 of each group
needs:    orders, feedback
uses:     customers, referrals, entries
parts:    vital_few, vital_few_asked
params:   $owner text or null
returns:  mood_order, mood, mood_rank, person_key, customer_id, name, score, scale_name, given_date, comment, score_count,
          revenue_amount, order_count, days_since_last_order, is_asked_for_names, mood_count, mood_amount, few_count,
          few_amount, used_amount, unhappy_yearly_amount
absent:   comment
summary:  few_count, few_amount, used_amount, unhappy_yearly_amount
money:    orders.revenue_amount = used_amount
assumes:  as of the last day in the data; valuable = the vital few of all customers, who give 80 % of the revenue (M1);
          moods by the latest score and the cut-offs happy_rate and unhappy_rate; never asked = no score is on file;
          yearly revenue of the unhappy: their orders of the last 365 days; with an owner, those of the vital few who ever
          ordered from them
source:   counted; docs/decisions/035
next_step: Call the unhappy before anybody asks them for anything; then ask the happy ones, largest first.
*/
with

few_totals as (
    select
        count(*) as few_count,
        cast(sum(revenue_amount) as decimal(18, 2)) as few_amount
    from vital_few
),

asked_totals as (
    select
        count(*) as asked_count,
        coalesce(sum(revenue_amount), 0) as asked_amount
    from vital_few_asked
),

-- most of many customers: only the first are put in order
first_never_asked as (
    select vital_few.*
    from vital_few
    where vital_few.person_key not in (select vital_few_asked.person_key from vital_few_asked)
    order by vital_few.customer_rank
    limit 200
),

listed as (
    select vital_few_asked.*
    from vital_few_asked
    where vital_few_asked.mood_rank <= 200
    union all
    select
        first_never_asked.*,
        'never_asked' as mood,
        3 as mood_order,
        row_number() over (order by first_never_asked.customer_rank) as mood_rank,
        few_totals.few_count - asked_totals.asked_count as mood_count,
        few_totals.few_amount - asked_totals.asked_amount as mood_amount
    from first_never_asked
    cross join few_totals
    cross join asked_totals
),

spans as (
    select max(last_day) as last_day
    from data_span
),

unhappy_years as (
    select cast(coalesce(sum(customer_days.revenue_amount), 0) as decimal(18, 2)) as unhappy_yearly_amount
    from vital_few_asked
    inner join customer_days on vital_few_asked.person_key = customer_days.person_key
    inner join spans on customer_days.order_date > spans.last_day - 365
    where vital_few_asked.mood = 'unhappy'
)

select
    listed.mood_order,
    listed.mood,
    listed.mood_rank,
    listed.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    customer_feedback.score,
    customer_feedback.scale_name,
    customer_feedback.given_date,
    customer_feedback.comment,
    customer_feedback.score_count,
    listed.revenue_amount,
    listed.order_count,
    date_diff('day', listed.last_order_date, spans.last_day) as days_since_last_order,
    asked_people.person_key is not null as is_asked_for_names,
    listed.mood_count,
    cast(listed.mood_amount as decimal(18, 2)) as mood_amount,
    few_totals.few_count,
    few_totals.few_amount,
    customer_shares.used_amount,
    unhappy_years.unhappy_yearly_amount
from listed
inner join people on listed.person_key = people.person_key
left join customer_feedback on listed.person_key = customer_feedback.person_key
left join asked_people on listed.person_key = asked_people.person_key
cross join few_totals
cross join customer_shares
cross join unhappy_years
cross join spans
order by listed.mood_order, listed.mood_rank
