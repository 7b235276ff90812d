/*
title:   Links that the business writes down, each with the one before
grain:   one row per link
needs:   journeys
returns: link_order, from_order
assumes: the whole path first: what comes in against what is sold; a link that is never written down is left out and the step
         leads over it; customers of before their entry are no prospects of the path
source:  M11, H4, docs/decisions/010
*/
with

written_down as (
    select
        count(nurturing_date) > 0 as has_nurturing,
        count(ask_date) > 0 as has_ask
    from journeys
    where not was_customer
)

select
    1 as link_order,
    1 as from_order
from written_down
union all
select
    2,
    1
from written_down
where has_nurturing
union all
select
    3,
    case when has_nurturing then 2 else 1 end
from written_down
where has_ask
union all
select
    4,
    case when has_ask then 3 when has_nurturing then 2 else 1 end
from written_down
