/*
title:    The ideal clients
question: Which customers are profitable, loyal and active now, and what was known of them before they bought?
method:   M16, M5, H8
grain:    one row per ideal client, the latest buyer first
needs:    orders
uses:     customers, leads, referrals
returns:  client_place, person_key, name, last_order_date, order_count, revenue_amount, industry, site_count, product, path,
          referral, client_count, client_aim_count
summary:  client_count, client_aim_count
assumes:  profit above the mean of all customers, loyal and active (M5); the product is that of the first order
source:   docs/decisions/023
next_step: Ask each of them who else should know you.
*/
with

limits as (
    select max(case when name = 'ideal_client_count' then cast(value as bigint) end) as client_aim_count
    from cut_offs
)

select
    ideal_clients.client_place,
    ideal_clients.person_key,
    ideal_clients.name,
    ideal_clients.last_order_date,
    customer_states.order_count,
    customer_states.revenue_amount,
    ideal_clients.industry,
    ideal_clients.site_count,
    ideal_clients.product,
    ideal_clients.path,
    ideal_clients.referral,
    count(*) over () as client_count,
    limits.client_aim_count
from ideal_clients
inner join customer_states on ideal_clients.person_key = customer_states.person_key and customer_states.is_now
cross join limits
order by ideal_clients.client_place
