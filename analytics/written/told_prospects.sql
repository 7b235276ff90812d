/*
title:   What is told of each prospect, with what was written down about them
grain:   one row per prospect
needs:   prospect_cards, noted_prospects
returns: the columns of prospect_cards
source:  M17, M18, docs/decisions/027
*/
select prospect_cards.*
from prospect_cards
left join noted_prospects on prospect_cards.person_key = noted_prospects.person_key
where noted_prospects.person_key is null
union all
select *
from noted_prospects
