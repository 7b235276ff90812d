/*
title:   Who is satisfied
question: Which kinds of customers are most satisfied with us, and which least?
method:   M2, H1, H2, H3
grain:    one row per kind of customer (industry, first product, size, way in) with a score, surely satisfied ones first
needs:    feedback
uses:     orders, customers, leads
parts:    customers_of_owner
params:   $owner text or null
returns:  satisfaction_rank, attribute, segment, scored_count, mean_of_ten, low_of_ten, high_of_ten, score_deviation,
          happy_count, unhappy_count, customer_count, all_scored_count, all_mean_of_ten, all_happy_count, all_unhappy_count,
          told_count, from_day, to_day
summary:  all_scored_count, all_mean_of_ten, all_happy_count, all_unhappy_count, told_count, from_day, to_day
people:   buyers/satisfaction_people
money:    feedback
assumes:  as of the last day in the data; the latest score of each customer, on a scale of 0 to 10 whatever it was given on;
          where the file does not name the scale, the smallest of 1 to 5, 0 to 10 and 0 to 100 that holds all its scores;
          ranked by the lower end of the range of the mean, from 5 scores on; happy and unhappy by the cut-offs happy_rate
          and unhappy_rate; a customer without an order belongs to no kind
source:   range of a mean with the spread common to all kinds, Student (1908); docs/decisions/035
nothing:  No score in your files belongs to a customer with an order. It does where the list of scores has the customer numbers,
          e-mails or names of your orders.
next_step: Ask the most satisfied kind first what made the difference, and look for more of them.
*/
with

scored as (
    select
        customer_feedback.person_key,
        customer_feedback.score_rate * 10 as score,
        customer_feedback.mood,
        customer_feedback.is_scale_told,
        customer_feedback.given_date
    from customer_feedback
    where
        cast($owner as varchar) is null
        or customer_feedback.person_key in (select customers_of_owner.person_key from customers_of_owner)
),

totals as (
    select
        count(*) as all_scored_count,
        avg(score) as all_mean_of_ten,
        count(case when mood = 'happy' then 1 end) as all_happy_count,
        count(case when mood = 'unhappy' then 1 end) as all_unhappy_count,
        count(case when is_scale_told then 1 end) as told_count,
        min(given_date) as from_day,
        max(given_date) as to_day
    from scored
),

kinds as (
    select
        person_key,
        'industry' as attribute,
        industry as segment
    from customer_starts
    union all
    select
        person_key,
        'first product',
        product
    from customer_starts
    union all
    select
        person_key,
        'size',
        site_band
    from customer_starts
    union all
    select
        person_key,
        'way in',
        path
    from customer_starts
),

tallies as (
    select
        kinds.attribute,
        kinds.segment,
        count(scored.person_key) as scored_count,
        avg(scored.score) as mean_of_ten,
        stddev_samp(scored.score) as score_deviation,
        count(case when scored.mood = 'happy' then 1 end) as happy_count,
        count(case when scored.mood = 'unhappy' then 1 end) as unhappy_count,
        count(*) as customer_count
    from kinds
    left join scored on kinds.person_key = scored.person_key
    where kinds.segment is not null
    group by kinds.attribute, kinds.segment
    having count(scored.person_key) > 0
    -- a file of ten thousand towns or names in place of industries tells nothing
    order by scored_count desc, kinds.attribute asc, kinds.segment asc
    limit 60
)

select
    -- ranges and ranks are made in Python
    cast(null as bigint) as satisfaction_rank,
    tallies.attribute,
    tallies.segment,
    tallies.scored_count,
    tallies.mean_of_ten,
    cast(null as double) as low_of_ten,
    cast(null as double) as high_of_ten,
    tallies.score_deviation,
    tallies.happy_count,
    tallies.unhappy_count,
    tallies.customer_count,
    totals.all_scored_count,
    totals.all_mean_of_ten,
    totals.all_happy_count,
    totals.all_unhappy_count,
    totals.told_count,
    totals.from_day,
    totals.to_day
from tallies
cross join totals
order by tallies.scored_count desc, tallies.attribute asc, tallies.segment asc
