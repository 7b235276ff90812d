/*
title:   One customer
question: What is this customer to us, by every method, and what should be done next?
method:   M1, M2, M4, M5, M6, M8, H3
grain:    one row per method, of one customer
needs:    orders or customers
uses:     customers, feedback, referrals, deals, touches, interactions, leads, entries
parts:    chosen_customer, asks_of_customer, open_deals_of_customer, named_segments
params:   $customer_id text or null (null: the customer with most revenue)
returns:  topic_order, topic, answer, why, name, customer_key, recency_score, frequency_score, monetary_score
summary:  name, customer_key, recency_score, frequency_score, monetary_score
assumes:  as of the last day in the data; each class as on the page of its method; what is not on file is unknown
source:   the methods named; docs/decisions/038, 050
next_step: Do what the last line says.
*/
with

sent_by as (
    select
        told_introductions.referred_person_key as person_key,
        coalesce(people.name, people.email, people.customer_id) as referrer_name
    from chosen_customer
    inner join told_introductions on chosen_customer.person_key = told_introductions.referred_person_key
    inner join people on told_introductions.referrer_person_key = people.person_key
    where told_introductions.is_first and not told_introductions.was_customer
),

contacts as (
    select
        path_events.person_key,
        max(path_events.event_date) as last_contact_date
    from chosen_customer
    inner join path_events on chosen_customer.person_key = path_events.person_key
    where path_events.is_dated and path_events.link <> 'sale'
    group by path_events.person_key
),

agreed as (
    select
        deals.person_key,
        deals.next_step,
        deals.next_step_date,
        row_number() over (order by deals.next_step_date asc nulls last, deals.deal_id asc) as place
    from chosen_customer
    inner join deals on chosen_customer.person_key = deals.person_key
    inner join deal_states on deals.deal_id = deal_states.deal_id
    where deal_states.is_open and deals.next_step is not null
)

select
    chosen_customer.person_key,
    coalesce(people.customer_id, cast(people.person_key as varchar)) as customer_key,
    coalesce(people.name, people.email, people.customer_id) as name,
    customer_ranks.customer_rank,
    customer_ranks.revenue_amount,
    customer_ranks.profit_amount,
    customer_shares.customer_count,
    customer_shares.used_amount,
    customer_shares.vital_few_count as few_count,
    customer_scores.segment,
    customer_scores.recency_score,
    customer_scores.frequency_score,
    customer_scores.monetary_score,
    named_segments.meaning,
    named_segments.to_do,
    customer_pulse.activity,
    customer_pulse.loyalty,
    customer_pulse.profitability,
    customer_pulse.risk_amount,
    customer_states.days_since_last_order,
    customer_states.usual_gap_days,
    customer_states.order_count,
    customer_lifetimes.alive_rate,
    customer_lifetimes.next_year_orders,
    customer_lifetimes.low_order_count,
    customer_lifetimes.high_order_count,
    customer_lifetimes.order_variance,
    customer_lifetimes.expected_order_amount,
    customer_lifetimes.clv_amount,
    lifetime_verdict.verdict,
    lifetime_verdict.estimate_kind,
    customer_feedback.mood,
    customer_feedback.score,
    customer_feedback.scale_name,
    customer_feedback.given_date,
    customer_feedback.comment,
    asks_of_customer.ask_count,
    asks_of_customer.letter_count,
    asks_of_customer.names_count,
    asks_of_customer.won_count,
    asks_of_customer.won_amount,
    sent_by.referrer_name,
    customer_starts.path,
    open_deals_of_customer.open_deal_count,
    open_deals_of_customer.open_amount,
    open_deals_of_customer.open_talk_count,
    contacts.last_contact_date,
    agreed.next_step,
    agreed.next_step_date
from chosen_customer
inner join people on chosen_customer.person_key = people.person_key
cross join customer_shares
left join customer_ranks on chosen_customer.person_key = customer_ranks.person_key
left join customer_scores on chosen_customer.person_key = customer_scores.person_key
left join named_segments on customer_scores.segment_order = named_segments.segment_order
left join customer_pulse on customer_pulse.is_now and chosen_customer.person_key = customer_pulse.person_key
left join customer_states on customer_states.is_now and chosen_customer.person_key = customer_states.person_key
left join customer_lifetimes on chosen_customer.person_key = customer_lifetimes.person_key
left join lifetime_verdict on lifetime_verdict.repeat_customer_count >= 10
left join customer_feedback on chosen_customer.person_key = customer_feedback.person_key
left join asks_of_customer on chosen_customer.person_key = asks_of_customer.person_key
left join sent_by on chosen_customer.person_key = sent_by.person_key
left join customer_starts on chosen_customer.person_key = customer_starts.person_key
left join open_deals_of_customer on chosen_customer.person_key = open_deals_of_customer.person_key
left join contacts on chosen_customer.person_key = contacts.person_key
left join agreed on agreed.place = 1 and chosen_customer.person_key = agreed.person_key
order by chosen_customer.person_key
