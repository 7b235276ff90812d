/*
title:   Who is in a segment, with everything that a letter or a reason against one needs
grain:   one row per person, most revenue first; at most 2,000
needs:   people_groups, outreach_contacts, unpaid_orders, customer_ranks, customer_totals, customer_feedback, people
uses:    entries, referrals, customers, letter_templates, leads, touch_rows, touch_kinds
parts:   numbered_groups, refused_people, unsubscribed_people, letters_so_far
params:  $groups text, a line of group, tab and number (1, 2, 4, 8 ...) for each group of the rule; $sums text, a line for each sum of these numbers that fits the rule; $campaign text; $goodbye pattern, lower case, of what a status or an action says of one who unsubscribed; $source_table, $source_ref of the only person to look at (empty: everybody chosen)
returns: person_key, source_table, source_ref, name, first_name, company, email, phone, city, industry, is_customer,
         revenue_amount, order_count, first_order_date, last_order_date, first_product, is_do_not_contact, is_unsubscribed,
         last_contact_date, mood, score, scale_name, score_date, unpaid_count, unpaid_amount, oldest_unpaid_date,
         sent_date, is_held_out, chosen_count
assumes: whoever once asked not to be contacted, in a file or on screen, under whatever name, is not contacted; unsubscribed =
         the status of a lead, or an action of theirs, says so
source:  M3, M8, M28, docs/decisions/042, 043
*/
with

chosen as (
    select person_key
    from numbered_groups
    group by person_key
    having contains($sums, chr(10) || cast(sum(group_number) as varchar) || chr(10))
),

picked as (
    select
        chosen.person_key,
        customer_ranks.customer_rank,
        customer_ranks.revenue_amount,
        customer_ranks.order_count,
        customer_ranks.first_order_date,
        customer_ranks.last_order_date,
        count(*) over () as chosen_count
    from chosen
    left join customer_ranks on chosen.person_key = customer_ranks.person_key
    order by customer_ranks.customer_rank nulls last, chosen.person_key
    limit 2000
),

places as (
    select
        person_key,
        source_table,
        source_ref,
        row_number() over (
            partition by person_key
            order by
                case source_table when 'customers' then 1 when 'leads' then 2 when 'deals' then 3 else 4 end,
                source_table,
                source_ref
        ) as place
    from identities
    where person_key in (select picked.person_key from picked)
)

select
    picked.person_key,
    places.source_table,
    places.source_ref,
    coalesce(people.name, people.email, people.customer_id, places.source_ref) as name,
    people.first_name,
    people.company,
    people.email,
    people.phone,
    people.city,
    people.industry,
    people.is_customer,
    picked.revenue_amount,
    picked.order_count,
    picked.first_order_date,
    picked.last_order_date,
    customer_products.first_product,
    refused_people.person_key is not null as is_do_not_contact,
    unsubscribed_people.person_key is not null as is_unsubscribed,
    greatest(outreach_contacts.last_contact_date, letters_so_far.last_written_date) as last_contact_date,
    customer_feedback.mood,
    customer_feedback.score,
    customer_feedback.scale_name,
    customer_feedback.given_date as score_date,
    unpaid_orders.unpaid_count,
    unpaid_orders.unpaid_amount,
    unpaid_orders.oldest_order_date as oldest_unpaid_date,
    letters_so_far.sent_date,
    coalesce(letters_so_far.held_out_count, 0) = 1 as is_held_out,
    picked.chosen_count
from picked
inner join people on picked.person_key = people.person_key
inner join places on picked.person_key = places.person_key and places.place = 1
left join first_orders as customer_products on picked.person_key = customer_products.person_key
left join refused_people on picked.person_key = refused_people.person_key
left join unsubscribed_people on picked.person_key = unsubscribed_people.person_key
left join letters_so_far on picked.person_key = letters_so_far.person_key
left join outreach_contacts on picked.person_key = outreach_contacts.person_key
left join customer_feedback on picked.person_key = customer_feedback.person_key
left join unpaid_orders on picked.person_key = unpaid_orders.person_key
order by picked.customer_rank nulls last, picked.person_key
