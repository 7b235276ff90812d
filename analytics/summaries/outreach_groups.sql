/*
title:   Groups of customers that a campaign can be made for
grain:   one row per person and group
needs:   customer_scores, customer_ranks, customer_shares, customer_pulse, customer_feedback
returns: person_key, group_name
assumes: the vital few are the smallest set of customers who give 80 % of all revenue; whoever came back gave two orders or
         more; the other groups are those of the pages Best buyers, Customer pulse and Satisfaction; prospects, whose kind what was
         written down changes, come with analytics/written/people_groups
source:  M1, M2, M4, M5; docs/decisions/042
*/
with

grouped as (
    select
        person_key,
        'Every customer' as group_name
    from customer_ranks
    union all
    select
        person_key,
        'Segment: ' || segment
    from customer_scores
    where segment is not null
    union all
    select
        customer_ranks.person_key,
        'Vital few'
    from customer_ranks
    inner join customer_shares on customer_ranks.customer_rank <= customer_shares.vital_few_count
    union all
    select
        person_key,
        'Pulse: ' || activity
    from customer_pulse
    where is_now and activity <> 'unknown'
    union all
    select
        person_key,
        case mood when 'happy' then 'Happy' when 'unhappy' then 'Unhappy' else 'Neither happy nor unhappy' end
    from customer_feedback
    union all
    select
        customer_feedback.person_key,
        'Happy, came back, never asked for a name'
    from customer_feedback
    inner join customer_ranks on customer_feedback.person_key = customer_ranks.person_key
    where customer_feedback.mood = 'happy' and customer_ranks.order_count > 1
)

select
    person_key,
    group_name
from grouped
order by group_name, person_key
