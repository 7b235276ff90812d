/*
title:   Open deals, the largest of each person first
grain:   one row per open deal
needs:   deal_states, dated_products
returns: person_key, deal_id, owner, opened_date, amount, product, stage_name, need, need_proof, willingness, willingness_proof,
         resources, resources_proof, open_deal_count, open_amount, place
assumes: the product is without the month it was for
source:  docs/decisions/021
*/
select
    deal_states.person_key,
    deal_states.deal_id,
    deal_states.owner,
    deal_states.opened_date,
    deal_states.amount,
    coalesce(dated_products.bare_product, deal_states.product) as product,
    deal_states.stage_name,
    deal_states.need,
    deal_states.need_proof,
    deal_states.willingness,
    deal_states.willingness_proof,
    deal_states.resources,
    deal_states.resources_proof,
    count(*) over (partition by deal_states.person_key) as open_deal_count,
    cast(sum(deal_states.amount) over (partition by deal_states.person_key) as decimal(18, 2)) as open_amount,
    row_number() over (
        partition by deal_states.person_key order by deal_states.amount desc nulls last, deal_states.deal_id asc
    ) as place
from deal_states
left join dated_products on deal_states.product = dated_products.product
where deal_states.is_open and deal_states.person_key > 0
