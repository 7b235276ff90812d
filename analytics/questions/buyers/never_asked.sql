/*
title:   Happy repeat customers never asked for names
question: Which happy customers who come back have we never asked for names, and what might it bring?
method:   M8, M2, H1, H2, H9
grain:    one row per happy repeat customer who was never asked, most revenue first; at most 300
needs:    orders, feedback
uses:     customers, referrals, leads, entries
parts:    customers_of_owner, names_brought
params:   $owner text or null
returns:  ask_rank, person_key, customer_id, name, score, scale_name, given_date, order_count, revenue_amount,
          days_since_last_order, activity, never_asked_count, happy_repeat_count, ask_count, asked_names_count,
          settled_names_count, settled_won_count, won_mean_amount, won_deviation_amount, low_amount, likely_amount,
          high_amount
listed_of: never_asked_count
summary:  never_asked_count, happy_repeat_count, ask_count, asked_names_count, settled_names_count, settled_won_count,
          won_mean_amount, won_deviation_amount, low_amount, likely_amount, high_amount
money:    feedback
assumes:  as of the last day in the data; happy by the latest score and the cut-off happy_rate; repeat = two orders or more;
          asked = in the list of introductions, in a talk or by a letter that asks for names; what it might bring = names an ask brought x
          share of names of half a year or older who bought x what these ordered for so far, net; with an owner, customers
          who ever ordered from them
source:   gamma-Poisson, Jeffreys and Student draws, seeded; docs/decisions/037, 050
nothing:  No customer of two orders or more has given a good score and was never asked for names. A list of scores with the
          customer numbers, e-mails or names of your orders tells who is happy.
next_step: Ask two of them this week: "Which three or four people whom you know should we help next?"
*/
with

happy as (
    select
        customer_feedback.person_key,
        customer_feedback.score,
        customer_feedback.scale_name,
        customer_feedback.given_date,
        customer_states.order_count,
        customer_states.revenue_amount,
        customer_states.days_since_last_order,
        customer_pulse.activity,
        asked_people.person_key is null as is_never_asked
    from customer_feedback
    inner join customer_states
        on customer_states.is_now and customer_feedback.person_key = customer_states.person_key
    inner join customer_pulse on customer_pulse.is_now and customer_feedback.person_key = customer_pulse.person_key
    left join asked_people on customer_feedback.person_key = asked_people.person_key
    where
        customer_feedback.mood = 'happy'
        and customer_states.order_count >= 2
        and (
            cast($owner as varchar) is null
            or customer_feedback.person_key in (select customers_of_owner.person_key from customers_of_owner)
        )
),

totals as (
    select
        count(case when is_never_asked then 1 end) as never_asked_count,
        count(*) as happy_repeat_count
    from happy
),

-- only introductions from the ledger: one that nobody asked for says nothing of what an ask brings
asks as (
    select
        coalesce(cast(sum(ask_count) as bigint), 0) as ask_count,
        coalesce(cast(sum(asked_names_count) as bigint), 0) as asked_names_count
    from referral_ledger
    where ask_count > 0
),

listed as (
    select
        row_number() over (order by happy.revenue_amount desc, happy.person_key asc) as ask_rank,
        happy.*
    from happy
    where happy.is_never_asked
)

select
    listed.ask_rank,
    listed.person_key,
    people.customer_id,
    coalesce(people.name, people.email, people.customer_id) as name,
    listed.score,
    listed.scale_name,
    listed.given_date,
    listed.order_count,
    listed.revenue_amount,
    listed.days_since_last_order,
    listed.activity,
    totals.never_asked_count,
    totals.happy_repeat_count,
    asks.ask_count,
    asks.asked_names_count,
    names_brought.settled_names_count,
    names_brought.settled_won_count,
    names_brought.won_mean_amount,
    names_brought.won_deviation_amount,
    -- what asking may bring is simulated in Python
    cast(null as decimal(18, 2)) as low_amount,
    cast(null as decimal(18, 2)) as likely_amount,
    cast(null as decimal(18, 2)) as high_amount
from listed
inner join people on listed.person_key = people.person_key
cross join totals
cross join asks
cross join names_brought
where listed.ask_rank <= 300
order by listed.ask_rank
