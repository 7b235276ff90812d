/*
title:   Of which kind each customer is
grain:   one row per customer with a purchase
needs:   pace_kinds, holdout_tallies
parts:   pace_traits
returns: person_key, kind_number
assumes: 0 = of none of the kinds
source:  docs/decisions/030
*/
with

placed as (
    select
        pace_traits.person_key,
        pace_kinds.kind_number
    from pace_traits
    inner join pace_kinds on pace_traits.trait = pace_kinds.trait and pace_traits.value = pace_kinds.value
)

select
    holdout_tallies.person_key,
    coalesce(placed.kind_number, 0) as kind_number
from holdout_tallies
left join placed on holdout_tallies.person_key = placed.person_key
