/*
title:   Open deals of the customer, and what they need more as told in a talk
grain:   one row, none without any
needs:   deal_states, upsell_deals
parts:   chosen_customer
returns: person_key, open_deal_count, open_amount, open_talk_count
source:  M3, M8, docs/decisions/050
*/
with

open_now as (
    select
        deal_states.person_key,
        deal_states.amount,
        0 as talk_count
    from chosen_customer
    inner join deal_states on chosen_customer.person_key = deal_states.person_key
    where deal_states.is_open
    union all
    select
        upsell_deals.person_key,
        upsell_deals.amount,
        1
    from chosen_customer
    inner join upsell_deals on chosen_customer.person_key = upsell_deals.person_key
)

select
    person_key,
    count(*) as open_deal_count,
    sum(amount) as open_amount,
    sum(talk_count) as open_talk_count
from open_now
group by person_key
