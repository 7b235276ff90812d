/*
title:   Kinds of touches: what many touches have in common
grain:   one row per path, action and link as written
needs:   canonical.touches
returns: kind_key, path, action, link
assumes: so that what reads every touch handles whole numbers, and texts of a few kinds
source:  M11
*/
with

kinds as (
    select
        path,
        action,
        link
    from canonical.touches
    group by path, action, link
)

select
    cast(row_number() over (order by path, action nulls first, link nulls first) as integer) as kind_key,
    path,
    action,
    link
from kinds
order by kind_key
