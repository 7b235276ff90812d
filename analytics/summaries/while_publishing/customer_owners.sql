/*
title:   Whose customers they are
grain:   one row per customer under nobody's name (owner is null), and one per customer and owner they ever ordered from
needs:   customer_totals, customer_days
returns: owner, person_key
assumes: what is counted by owner from these rows answers for everybody where owner is null
source:  our choice
*/
select
    cast(null as varchar) as owner,
    person_key
from customer_totals
union all
select
    owner,
    person_key
from customer_days
where owner is not null
group by owner, person_key
