/*
title:   What happened with deals, as steps of a path
grain:   one row per deal opened, presented and closed
needs:   deals, deal_states
returns: person_key, event_date, link, is_dated, owner, deal_amount
assumes: a deal is an ask from the day it was opened or presented; one without a closing day says what happened but not when
source:  M11; our choice of what counts as what, docs/decisions/010
*/
select
    person_key,
    coalesce(opened_date, closed_date) as event_date,
    'ask' as link,
    opened_date is not null as is_dated,
    owner,
    cast(null as decimal(18, 2)) as deal_amount
from deal_states
union all
select
    person_key,
    cast(presentation_at as date),
    'ask',
    true,
    owner,
    null
from deals
where presentation_at is not null
union all
select
    person_key,
    coalesce(closed_date, opened_date),
    case when is_won then 'sale' else 'no' end,
    closed_date is not null,
    owner,
    case when is_won then amount end
from deal_states
where is_won or is_lost
