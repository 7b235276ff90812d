/*
title:   Links that the business writes down, each with the one before
grain:   one row per link
needs:   journeys
returns: link_order, from_order, is_from_dated
assumes: the whole path first: what comes in against what is sold; a link that is never written down is left out and the step
         leads over it; is_from_dated tells whether anybody ever wrote down the day of the link before: a status without a
         day is overwritten by the next one; customers of before their entry are no prospects of the path
source:  M11, H4, docs/decisions/010
*/
with

written_down as (
    select
        count(nurturing_date) > 0 as has_nurturing,
        count(ask_date) > 0 as has_ask,
        count(case when is_nurturing_dated then 1 end) > 0 as is_nurturing_dated,
        count(case when is_ask_dated then 1 end) > 0 as is_ask_dated
    from journeys
    where not was_customer
)

select
    1 as link_order,
    1 as from_order,
    true as is_from_dated
from written_down
union all
select
    2,
    1,
    true
from written_down
where has_nurturing
union all
select
    3,
    case when has_nurturing then 2 else 1 end,
    is_nurturing_dated or not has_nurturing
from written_down
where has_ask
union all
select
    4,
    case when has_ask then 3 when has_nurturing then 2 else 1 end,
    case when has_ask then is_ask_dated else is_nurturing_dated or not has_nurturing end
from written_down
