/*
title:   Open deals, the largest of each person first
grain:   one row per open deal
needs:   deal_states
returns: person_key, deal_id, owner, opened_date, amount, product, stage_name, need, need_proof, willingness, willingness_proof,
         resources, resources_proof, open_deal_count, open_amount, place
source:  docs/decisions/021
*/
select
    person_key,
    deal_id,
    owner,
    opened_date,
    amount,
    product,
    stage_name,
    need,
    need_proof,
    willingness,
    willingness_proof,
    resources,
    resources_proof,
    count(*) over (partition by person_key) as open_deal_count,
    cast(sum(amount) over (partition by person_key) as decimal(18, 2)) as open_amount,
    row_number() over (partition by person_key order by amount desc nulls last, deal_id asc) as place
from deal_states
where is_open and person_key > 0
