/*
title:   Prospects that the filters leave
grain:   one row per prospect
needs:   prospect_cards, noted_prospects
params:  $as_of date; $owner text or null; $path text or null
returns: person_key, prospect_kind, kind_rank, last_contact_date, open_deal_count
assumes: as told_prospects, but narrow: seven readers of all its columns take twice as long to plan
plan:    not materialized: each reader takes few columns of one kind, which stand together
source:  M17
*/
select
    person_key,
    prospect_kind,
    kind_rank,
    last_contact_date,
    open_deal_count
from prospect_cards
where
    (created_date is null or created_date <= cast($as_of as date))
    and (cast($owner as varchar) is null or owner = cast($owner as varchar))
    and (cast($path as varchar) is null or path = cast($path as varchar))
    and person_key not in (select noted_prospects.person_key from noted_prospects)
union all
select
    person_key,
    prospect_kind,
    kind_rank,
    last_contact_date,
    open_deal_count
from noted_prospects
where
    (created_date is null or created_date <= cast($as_of as date))
    and (cast($owner as varchar) is null or owner = cast($owner as varchar))
    and (cast($path as varchar) is null or path = cast($path as varchar))
