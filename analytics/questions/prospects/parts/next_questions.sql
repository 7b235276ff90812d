/*
title:   The question that settles an attribute of which nothing is known
grain:   one row per attribute of the sale that may be unknown
needs:   score_points
returns: attribute, next_question
source:  M18, docs/decisions/027
*/
select
    attribute,
    min(why) as next_question
from score_points
where axis = 'sale' and value_like is null
group by attribute
