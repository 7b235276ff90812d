/*
title:   Kinds of steps: what many steps have in common
grain:   one row per path, link, owner, fit and what is on record of the step
needs:   path_steps, usual_days
returns: kind_key, path, owner, link_order, link, from_link, is_from_recorded, is_recorded, is_passed, is_unplaced,
         unplaced_count, fit, usual_days
assumes: only steps of each person's first path; so that a question counts whole numbers and reads texts of a few kinds
source:  M11, docs/decisions/010
*/
with

kinds as (
    select
        path,
        owner,
        link_order,
        link,
        from_link,
        is_from_recorded,
        is_recorded,
        is_passed,
        is_unplaced,
        max(unplaced_count) as unplaced_count,
        fit
    from path_steps
    where is_first_path
    group by path, owner, link_order, link, from_link, is_from_recorded, is_recorded, is_passed, is_unplaced, fit
)

select
    cast(
        row_number() over (
            order by
                kinds.link_order, kinds.path, kinds.owner nulls first, kinds.from_link, kinds.is_from_recorded,
                kinds.is_recorded, kinds.is_passed, kinds.is_unplaced, kinds.fit nulls first
        ) as integer
    ) as kind_key,
    kinds.path,
    kinds.owner,
    kinds.link_order,
    kinds.link,
    kinds.from_link,
    kinds.is_from_recorded,
    kinds.is_recorded,
    kinds.is_passed,
    kinds.is_unplaced,
    cast(kinds.unplaced_count as integer) as unplaced_count,
    kinds.fit,
    usual_days.usual_days
from kinds
inner join usual_days on kinds.path = usual_days.path and kinds.link = usual_days.link
order by kind_key
