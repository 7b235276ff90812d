/*
title:   The ideal clients: the latest good customers
grain:   one row per customer, the latest buyer first; at most as many as the cut-off says
needs:   customer_pulse, customer_states, customer_starts, people, cut_offs
returns: client_place, person_key, name, last_order_date, industry, site_count, site_band, product, path, referral
assumes: good = profit above the mean of all customers, loyal and active (M5); attributes as known before their first
         order; the product is that of the first order; revenue stands for profit where the cost is unknown
source:  M16, M5, docs/decisions/023
*/
with

limits as (
    select max(case when name = 'ideal_client_count' then cast(value as bigint) end) as client_count
    from cut_offs
),

ranked as (
    select
        customer_pulse.person_key,
        customer_states.last_order_date,
        row_number() over (
            order by customer_states.last_order_date desc, customer_states.profit_amount desc, customer_pulse.person_key asc
        ) as client_place
    from customer_pulse
    inner join customer_states
        on customer_pulse.person_key = customer_states.person_key and customer_pulse.is_now = customer_states.is_now
    where
        customer_pulse.is_now
        and customer_pulse.profitability = 'above the mean'
        and customer_pulse.loyalty = 'loyal'
        and customer_pulse.activity = 'active'
)

select
    ranked.client_place,
    ranked.person_key,
    people.name,
    ranked.last_order_date,
    customer_starts.industry,
    customer_starts.site_count,
    customer_starts.site_band,
    customer_starts.product,
    customer_starts.path,
    customer_starts.referral
from ranked
cross join limits
inner join people on ranked.person_key = people.person_key
inner join customer_starts on ranked.person_key = customer_starts.person_key
where ranked.client_place <= limits.client_count
order by ranked.client_place
