/*
title:   The first hundred prospects of each kind
grain:   one row per prospect, at most 100 of a kind
parts:   chosen_prospects
returns: person_key, kind_order, kind_rank
assumes: five short lists instead of one rank over everybody: nobody reads further, and it is what keeps 100,000 fast
source:  M17
*/
(
    select
        person_key,
        1 as kind_order,
        kind_rank
    from chosen_prospects
    where prospect_kind = 'opportunity'
    order by kind_rank
    limit 100
)
union all
(
    select
        person_key,
        2 as kind_order,
        kind_rank
    from chosen_prospects
    where prospect_kind = 'easy_one_off'
    order by kind_rank
    limit 100
)
union all
(
    select
        person_key,
        3 as kind_order,
        kind_rank
    from chosen_prospects
    where prospect_kind = 'nurture'
    order by kind_rank
    limit 100
)
union all
(
    select
        person_key,
        4 as kind_order,
        kind_rank
    from chosen_prospects
    where prospect_kind = 'let_go'
    order by kind_rank
    limit 100
)
union all
(
    select
        person_key,
        5 as kind_order,
        kind_rank
    from chosen_prospects
    where prospect_kind = 'cant_tell'
    order by kind_rank
    limit 100
)
