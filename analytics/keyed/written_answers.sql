/*
title:   What was learned about need, willingness and resources, as written down here
grain:   one row per person of whom any of the three was written down: the latest of each
needs:   entries
returns: person_key, need, need_proof, willingness, willingness_proof, resources, resources_proof
source:  M18
*/
with

said as (
    select
        person_key,
        kind,
        lower(trim(value)) as value,
        note,
        row_number() over (partition by person_key, kind order by entry_id desc) as newness
    from entries
    where kind in ('need', 'willingness', 'resources') and person_key > 0
)

select
    person_key,
    max(case when kind = 'need' then value end) as need,
    max(case when kind = 'need' then note end) as need_proof,
    max(case when kind = 'willingness' then value end) as willingness,
    max(case when kind = 'willingness' then note end) as willingness_proof,
    max(case when kind = 'resources' then value end) as resources,
    max(case when kind = 'resources' then note end) as resources_proof
from said
where newness = 1
group by person_key
