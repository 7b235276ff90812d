/*
title:   By which number each prospect is called
grain:   one row per prospect, and one without a number for the best opportunity
needs:   prospect_cards
returns: prospect_number, person_key
assumes: a prospect is called by the number of the lead, who has none by our key; the best is the first of the first kind
         that has anybody
source:  docs/decisions/038
*/
with

called as (
    select
        coalesce(lead_id, cast(person_key as varchar)) as prospect_number,
        person_key
    from prospect_cards
    union all
    (
        select
            '',
            person_key
        from prospect_cards
        order by
            case prospect_kind
                when 'opportunity' then 1
                when 'easy_one_off' then 2
                when 'nurture' then 3
                when 'let_go' then 4
                else 5
            end asc,
            kind_rank asc
        limit 1
    )
)

select
    prospect_number,
    person_key
from called
order by person_key, prospect_number
